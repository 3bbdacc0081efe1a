// SalesTesting: fixtures for tests of Tenon and of what embeds it.
