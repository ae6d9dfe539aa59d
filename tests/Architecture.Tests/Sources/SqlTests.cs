using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Sources;

/// <summary>Values go to the database as parameters, never as part of a statement.</summary>
public sealed class SqlTests
{
    [Fact]
    [Trait("Requirement", "R156")]
    public void No_statement_is_put_together_from_values() =>
        Repository.Sources("src").AsParallel().SelectMany(file => SqlRule.Broken(file).Select(file.Place)).Should().BeEmpty();

    [Theory]
    [InlineData("db.Users.FromSqlRaw(sql);")]
    [InlineData("await db.Database.ExecuteSqlRawAsync(sql);")]
    [InlineData("new NpgsqlCommand($\"select * from users where name = '{name}'\", connection);")]
    [InlineData("new NpgsqlCommand(\"select * from users where name = \" + name, connection);")]
    [InlineData("new NpgsqlCommand(\"select * \" + \"from users where name = \" + name, connection);")]
    [InlineData("command.CommandText = $\"\"\"\n    delete from users where id = {name}\n    \"\"\";")]
    [InlineData("string.Format(\"update users set name = {0}\", name);")]
    public void A_value_in_a_statement_is_found(string code) => Broken(code).Should().NotBeEmpty();

    [Theory]
    [InlineData("db.Users.FromSql($\"select * from users where name = {name}\");")]
    [InlineData("await db.Database.ExecuteSqlAsync(\n    $\"update users set name = {name}\", cancellationToken);")]
    [InlineData("db.Database.SqlQuery<int>($\"select 1 from users where name = {name}\");")]
    [InlineData("const string Role = \"app\"; const string Sql = $\"create role {Role}\"; var text = \"create role \" + Role;")]
    [InlineData("var message = $\"Delete {name} first\";")]
    [InlineData("new NpgsqlCommand(\"select 1 \" + \"from users\", connection);")]
    [InlineData("// Not a parameter: DDL takes none, and quote_ident has quoted it.\nRun($\"create database {name}\");")]
    [InlineData("Run($\"create database {builder.QuoteIdentifier(name)}\");")]
    public void Others_are_not(string code) => Broken(code).Should().BeEmpty();

    private static IEnumerable<object> Broken(string code) =>
        SqlRule.Broken(SourceFile.Sample($"class Sample {{ async Task Run(string name, string sql) {{\n{code}\n}} }}"));
}
