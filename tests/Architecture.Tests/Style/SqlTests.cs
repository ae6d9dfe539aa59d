using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Style;

/// <summary>Values go to the database as parameters, never as part of a statement.</summary>
public sealed class SqlTests
{
    [Fact]
    [Trait("Requirement", "R156")]
    public void No_statement_is_put_together_from_values() => Repository.Sources("src").SelectMany(SqlRule.Broken).Should().BeEmpty();

    [Theory]
    [InlineData("db.Users.FromSqlRaw(sql)")]
    [InlineData("await db.Database.ExecuteSqlRawAsync(sql);")]
    [InlineData("new NpgsqlCommand($\"select * from users where name = '{name}'\", connection)")]
    [InlineData("new NpgsqlCommand(\"select * from users where name = \" + name, connection)")]
    [InlineData("command.CommandText = $\"\"\"\n    delete from users where id = {id}\n    \"\"\";")]
    [InlineData("string.Format(\"update users set name = {0}\", name)")]
    public void A_value_in_a_statement_is_found(string code) => Broken(code).Should().NotBeEmpty();

    [Theory]
    [InlineData("db.Users.FromSql($\"select * from users where name = {name}\")")]
    [InlineData("await db.Database.ExecuteSqlAsync(\n    $\"update users set name = {name}\", cancellationToken);")]
    [InlineData("private const string Role = \"app\";\nprivate const string Sql = $\"create role {Role}\";")]
    [InlineData("var message = $\"Delete {name} first\";")]
    [InlineData("new NpgsqlCommand(\"select 1 \" + \"from users\", connection)")]
    [InlineData("// Not a parameter: DDL takes none, and quote_ident has quoted it.\nRun($\"create database {quoted}\");")]
    public void Others_are_not(string code) => Broken(code).Should().BeEmpty();

    private static IEnumerable<string> Broken(string code) => SqlRule.Broken(new CSharpFile("src/Sample.cs", CSharpText.Of($"\n{code}\n")));
}
