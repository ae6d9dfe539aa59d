using System.Text;
using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>An API whose wire is listened to. It also logs its SQL.</summary>
public sealed class SecretsApi : AccountsApi
{
    /// <summary>What was heard.</summary>
    public SecretWire Wire { get; } = new();

    /// <inheritdoc />
    protected override IEnumerable<DelegatingHandler> Handlers => [new SecretWireHandler(Wire), .. base.Handlers];

    /// <summary>All rows of all tables, as text: bytes in hexadecimal.</summary>
    public async Task<Dictionary<string, string>> DumpAsync()
    {
        var tables = await ScalarAsync<string[]>(
            """
            select array_agg(format('%I.%I', schemaname, tablename) order by schemaname, tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema')
            """);
        var dump = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables!)
        {
            dump[table] = await ScalarAsync<string>($"select string_agg(row::text, e'\n') from {table} row") ?? "";
        }

        return dump;
    }

    /// <summary>All that was logged.</summary>
    public string LogText()
    {
        var text = new StringBuilder();
        foreach (var line in Logs.Lines)
        {
            text.AppendLine(line.Message).AppendLine(line.Exception?.ToString());
        }

        return text.ToString();
    }
}
