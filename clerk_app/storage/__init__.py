"""The encrypted database: tables, unit of work, journal, queries."""
