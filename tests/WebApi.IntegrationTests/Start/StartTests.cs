using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CleanApi.Infrastructure.Access;
using CleanApi.WebApi.IntegrationTests.Access.External;
using CleanApi.WebApi.IntegrationTests.Http;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Start;

/// <summary>How the program starts with an operator's settings, and what it says when it cannot.</summary>
public sealed partial class StartTests : IAsyncLifetime
{
    private readonly string database = "t_" + Guid.NewGuid().ToString("N");
    private readonly int port = NodeProcess.FreePort();
    private string connection = "";

    private string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    public async Task InitializeAsync() => connection = await TestCluster.CloneAsync(database);

    public Task DisposeAsync() => TestCluster.DropAsync(database);

    [Fact]
    public async Task A_taken_port_is_one_line_that_names_the_setting()
    {
        using var taken = new TcpListener(IPAddress.Loopback, port);
        taken.Start();

        await using var program = ProgramProcess.Start(("ConnectionStrings__CleanApi", connection), ("Urls", Address));

        (await program.ExitAsync()).Should().Be(1);
        program.Lines.Where(line => line.StartsWith("CleanApi cannot start.", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().Contain("Urls").And.Contain(Address);
        program.Lines.Should().NotContain(line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Auth__Issuer", "https://x.example/idp")]
    [InlineData("Auth__Issuer", "https://user:pw@x.example")]
    [InlineData("Auth__Issuer", "http://api.acme.test")]
    [InlineData("Links__ResetPassword", "http://app.acme.test/{token}")]
    [InlineData("Auth__KeyEncryptionKey", "short")]
    [InlineData("SecurityHeaders__StrictTransportSecurity", "maybe")]
    [InlineData("Logging__LogLevel__Default", "loud")]
    [InlineData("RateLimiting__Enabled", "perhaps")]
    [InlineData("RateLimiting__Store", "Memcached")]
    [InlineData("RateLimiting__Auth__PermitLimit", "0")]
    [InlineData("RateLimiting__Expensive__WindowSeconds", "1h")]
    [InlineData("Database__MaxPoolSize", "0")]
    [InlineData("Shutdown__DrainSeconds", "soon")]
    [InlineData("Overload__MaxConcurrentRequests", "0")]
    [InlineData("Overload__QueueLength", "none")]
    [InlineData("Overload__MaxWaitSeconds", "0")]
    [InlineData("Overload__RequestTimeoutSeconds", "601")]
    [InlineData("Urls", "foo")]
    [InlineData("Urls", "http://127.0.0.1:5080;ftp://127.0.0.1")]
    public async Task An_unusable_setting_is_one_line_that_names_it(string name, string value)
    {
        await using var program = ProgramProcess.Start(("ConnectionStrings__CleanApi", connection), ("Urls", Address), (name, value));

        (await program.ExitAsync()).Should().Be(1);
        program.Lines.Should().ContainSingle().Which.Should().StartWith($"CleanApi cannot start. {name} has to be");
    }

    [Theory]
    [InlineData("Auth__KeyEncryptionKey", "", "Auth__KeyEncryptionKey is not set.")]
    [InlineData("Kestrel__Endpoints__Web__Url", "nowhere", "nowhere")]
    [InlineData("Embedded__DataDirectory", "/proc/nowhere", "Embedded__DataDirectory")]
    public async Task Whatever_fails_at_the_start_is_one_line_that_says_what(string name, string value, string said)
    {
        var server = name == "Embedded__DataDirectory" ? "" : connection;
        await using var program = ProgramProcess.Start(("ConnectionStrings__CleanApi", server), ("Urls", Address), (name, value));

        (await program.ExitAsync()).Should().Be(1);
        program.Lines.Where(line => line.StartsWith("CleanApi cannot start. ", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().Contain(said);
        program.Lines.Should().NotContain(line => line.Contains("   at ", StringComparison.Ordinal) || line.Contains("Unhandled", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R255")]
    public async Task A_superuser_for_requests_is_one_line_that_names_the_setting()
    {
        await using var program = ProgramProcess.Start(
            ("ConnectionStrings__CleanApi", connection), ("ConnectionStrings__CleanApiOwner", connection), ("Urls", Address));

        (await program.ExitAsync()).Should().Be(1);
        program.Lines.Where(line => line.StartsWith("CleanApi cannot start.", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().Contain("ConnectionStrings__CleanApi").And.Contain("is a superuser");
        program.Lines.Should().NotContain(line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_tells_the_key_in_use_and_a_superuser_who_drops_to_the_application_s_role()
    {
        await using var program = ProgramProcess.Start(("ConnectionStrings__CleanApi", connection), ("Urls", Address));
        await program.AnswersAsync($"{Address}/health/ready", 200);

        program.Lines.Should().ContainSingle(line => line.Contains("ConnectionStrings__CleanApi signs in as cleanapi_owner, a superuser", StringComparison.Ordinal))
            .And.ContainSingle(line => line.Contains($"with the key-encryption key {KeyEncryptionKeys.Parse(TestCluster.KeyEncryptionKey).First.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_environment_says_where_to_listen_and_never_how_to_store_text()
    {
        await using var program = ProgramProcess.Start(
            ("ConnectionStrings__CleanApi", connection), ("ASPNETCORE_URLS", Address), ("PGCLIENTENCODING", "LATIN1"), ("PGTZ", "Asia/Tokyo"),
            ("PGOPTIONS", "-c DateStyle=SQL,DMY -c standard_conforming_strings=off -c search_path=nowhere"));
        await program.AnswersAsync($"{Address}/health/ready", 200);
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        var session = await client.AnswerAsync("POST", "/api/auth/login", $$"""{"email":"{{ApiFixture.Member}}","password":"{{ApiFixture.Password}}"}""");
        session.Status.Should().Be(200, session.ToString());
        var token = ("Authorization", $"Bearer {session.Json.Text("data.attributes.accessToken")}");

        (await client.AnswerAsync("PATCH", "/api/v1/me", """{"name":"Zoë \\ 東京"}""", token)).Status.Should().Be(200);

        var found = await client.AnswerAsync("GET", "/api/v1/me", token);
        found.Json.Text("data.attributes.name").Should().Be("Zoë \\ 東京");
        (await client.AnswerAsync("GET", "/api/v1/users?search=zo%C3%AB", token)).Json.At("data").GetArrayLength().Should().Be(1);
        DateTimeOffset.Parse(found.Json.Text("data.attributes.updatedAt")!, CultureInfo.InvariantCulture).Should().BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(2));
        await using var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        await using var stored = owner.CreateCommand("select name from users.users where name like 'Zo%'");
        (await stored.ExecuteScalarAsync()).Should().Be("Zoë \\ 東京");
    }

    [Theory]
    [Trait("Requirement", "R183")]
    [InlineData("Logging__Console__FormatterName", "simple", " warn: CleanApi.WebApi.Requests.RequestMiddleware[3] Request completed req_", 2048)]
    [InlineData("ASPNETCORE_ENVIRONMENT", "Production", "\"LogLevel\":\"Warning\",\"Category\":\"CleanApi.WebApi.Requests.RequestMiddleware\",\"Message\":\"Request completed req_", 6144)]
    public async Task An_entry_of_the_log_is_one_line_on_the_console(string setting, string value, string content, int most)
    {
        await using var program = ProgramProcess.Start(("ConnectionStrings__CleanApi", connection), ("Urls", Address), (setting, value));
        await program.AnswersAsync($"{Address}/health/ready", 200);
        var before = program.Lines.Count;
        using var client = new HttpClient { BaseAddress = new Uri(Address) };
        for (var number = 0; number < 10; number++)
        {
            (await client.AnswerAsync("POST", $"/api/auth/login?x={new string('a', 5000)}%0ainfo: FORGED", $$"""{"email":"{{new string('ä', 100_000)}}"}""")).Status.Should().Be(422);
        }

        // The entry about the last question for readiness may come after its answer.
        IEnumerable<string> Entries() => program.Lines.Skip(before).Where(line => !line.Contains("GET /health/ready", StringComparison.Ordinal));
        await Probe.UntilAsync("all requests are logged", () => Entries().Count() >= 10);
        Entries().Should().HaveCount(10).And.OnlyContain(
            line => line.Contains(content, StringComparison.Ordinal) && Encoding.UTF8.GetByteCount(line) <= most && Time().IsMatch(line));
    }

    // UTC, to the millisecond.
    [GeneratedRegex(@"^(\{""Timestamp"":"")?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z[ ""]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();
}
