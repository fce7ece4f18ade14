"""What several formats share: charts, tables and sentences for blocks."""
