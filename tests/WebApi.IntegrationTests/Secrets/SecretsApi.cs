using System.Net;
using System.Text;
using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>An API whose wire is listened to, that to its provider of sign-ins too. It also logs its SQL.</summary>
public sealed class SecretsApi : AccountsApi
{
    private SecretProvider? provider;

    /// <summary>What was heard.</summary>
    public SecretWire Wire { get; } = new();

    /// <inheritdoc />
    protected override IEnumerable<DelegatingHandler> Handlers => [new SecretWireHandler(Wire), .. base.Handlers];

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string>? Settings => provider!.Settings;

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        provider = await SecretProvider.StartAsync(Wire);
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await provider!.DisposeAsync();
    }

    /// <summary>Goes to an address as a browser with this cookie, and follows no redirect.</summary>
    public async Task<HttpResponseMessage> GoAsync(string address, string? cookie)
    {
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(new SecretWireHandler(Wire) { InnerHandler = sockets });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Anonymous.BaseAddress!, address));
        if (cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        return await client.SendAsync(request);
    }

    /// <summary>Signs in with the password; the token of the question that follows.</summary>
    public async Task<string> QuestionAsync(string email)
    {
        using var response = await LoginAsync(email);
        return (await response.JsonAsync()).Text("data.attributes.mfaToken")!;
    }

    /// <summary>Answers the question.</summary>
    public async Task AnswerAsync(string email, string code, HttpStatusCode expected)
    {
        var (status, body) = await PostAsync("/api/auth/mfa/verify", new { mfaToken = await QuestionAsync(email), code });
        status.Should().Be(expected, body.GetRawText());
    }

    /// <summary>All rows of all tables as text; bytes in hexadecimal, in base64, and as the text that they may be.</summary>
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
            var columns = await ScalarAsync<string[]>(
                $"""
                select array_agg(quote_ident(attname)) from pg_attribute
                where attrelid = '{table}'::regclass and atttypid = 'bytea'::regtype and attnum > 0 and not attisdropped
                """) ?? [];
            var bytes = columns.SelectMany(column => (string[])[$"replace(encode({column}, 'base64'), e'\\n', '')", $"encode({column}, 'escape')"]);
            var texts = string.Join(", ", bytes.Prepend("row::text"));
            var rows = await ScalarAsync<string>($"select string_agg(concat_ws(e'\\n', {texts}), e'\\n') from {table} row") ?? "";

            // As it was before PostgreSQL wrote it as a part of a row.
            dump[table] = rows.Replace(@"\\", @"\", StringComparison.Ordinal).Replace("\"\"", "\"", StringComparison.Ordinal);
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
