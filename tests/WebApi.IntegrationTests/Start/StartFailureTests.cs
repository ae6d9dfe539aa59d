using System.Globalization;
using CleanApi.WebApi.IntegrationTests.Access.External;
using CleanApi.WebApi.IntegrationTests.Http;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Start;

/// <summary>A start that cannot succeed ends with one line that names what is wrong and what to do.</summary>
public sealed class StartFailureTests : IAsyncLifetime
{
    private const string Password = "not-this-one";

    private readonly string database = "t_" + Guid.NewGuid().ToString("N");
    private readonly int port = NodeProcess.FreePort();
    private string connection = "";

    private string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    public async Task InitializeAsync() => connection = await TestCluster.CloneAsync(database);

    public Task DisposeAsync() => TestCluster.DropAsync(database);

    [Theory]
    [InlineData("Auth__PasswordPolcy", "asvs", "Auth__PasswordPolcy is not a setting. Auth__PasswordPolicy is the nearest")]
    [InlineData("Auth__Issuer", "", "Auth__Issuer is not set")]
    [InlineData("AllowedHosts", "", "AllowedHosts is not set")]
    [InlineData("AllowedHosts", "https://api.acme.test", "AllowedHosts has to be host names")]
    [InlineData("AllowedHosts", "api.acme.test", "AllowedHosts has to name 127.0.0.1 too")]
    [InlineData("Auth__KeyEncryptionKey_FILE", "/nowhere/key", "Auth__KeyEncryptionKey and Auth__KeyEncryptionKey_FILE are both set")]
    [InlineData("Email__Smtp__Password_FILE", "/nowhere/key", "Email__Smtp__Password_FILE does not name a file that exists")]
    [InlineData("Database__SlowQueryMilliseconds", "soon", "Database__SlowQueryMilliseconds has to be")]
    [InlineData("Cors__AllowedOrigins", "https://app.acme.test/", "Cors__AllowedOrigins has to be")]
    [InlineData("ForwardedHeaders__KnownNetworks", "10.0.0.0/33", "ForwardedHeaders__KnownNetworks has to be")]
    [InlineData("ForwardedHeaders__KnownNetworks", "0.0.0.0/0", "ForwardedHeaders__KnownNetworks has to be")]
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true", "ASPNETCORE_FORWARDEDHEADERS_ENABLED believes every connection")]
    [InlineData("Https__RedirectPort", "https", "Https__RedirectPort has to be")]
    [InlineData("Kestrel__Limits__MaxRequestBodySize", "much", "Kestrel__Limits: ")]
    [InlineData("Kestrel__Limits__MaxRequestBodySizes", "1", "Kestrel__Limits: ")]
    [InlineData("Kestrel__Limits__MinResponseDataRate__BytesPerSecond", "0", "Kestrel__Limits__MinResponseDataRate has to be")]
    [InlineData("Kestrel__Certificates__Default__Path", "/nowhere/certificate.pfx", "Kestrel__Certificates: the certificate cannot be used")]
    [InlineData("Email__Directory", "/proc/mail", "Email__Directory: mails cannot be written to /proc/mail")]
    public async Task A_wrong_setting_is_one_line_that_names_it(string name, string value, string said)
    {
        var urls = name.Contains("Certificates", StringComparison.Ordinal) ? Address.Replace("http:", "https:", StringComparison.Ordinal) : Address;
        await ShouldEndWithAsync(said, ("ConnectionStrings__CleanApi", connection), ("Urls", urls), (name, value));
    }

    [Theory]
    [InlineData("Prod")]
    [InlineData("Staging")]
    public async Task Everything_but_development_is_checked_like_production(string environment) => await ShouldEndWithAsync(
        "Auth__KeyEncryptionKey is not set", ("ConnectionStrings__CleanApi", connection), ("Urls", Address), ("ASPNETCORE_ENVIRONMENT", environment), ("Auth__KeyEncryptionKey", ""));

    [Fact]
    public async Task An_https_address_without_a_certificate_is_one_line() => await ShouldEndWithAsync(
        "Urls: an https address needs a certificate", ("ConnectionStrings__CleanApi", connection), ("Urls", Address.Replace("http:", "https:", StringComparison.Ordinal)));

    [Fact]
    public async Task The_owner_s_connection_alone_starts_no_empty_database() =>
        await ShouldEndWithAsync("ConnectionStrings__CleanApiOwner is set, but ConnectionStrings__CleanApi is not", ("ConnectionStrings__CleanApiOwner", connection), ("Urls", Address));

    [Fact]
    public async Task Of_a_password_with_a_semicolon_nothing_is_repeated() =>
        (await ShouldEndWithAsync("ConnectionStrings__CleanApi is no connection string", ("ConnectionStrings__CleanApi", "Host=127.0.0.1;Password=ab;s3cret=1"), ("Urls", Address)))
            .Should().NotContain("s3cret");

    [Fact]
    public async Task A_wrong_password_of_the_application_is_one_line_that_names_its_setting()
    {
        var application = new NpgsqlConnectionStringBuilder(connection) { Username = "cleanapi_app", Password = Password }.ConnectionString;

        var line = await ShouldEndWithAsync(
            "No connection to PostgreSQL at ", ("ConnectionStrings__CleanApi", application), ("ConnectionStrings__CleanApiOwner", connection), ("Urls", Address));

        line.Should().Contain("as cleanapi_app").And.EndWith("Check ConnectionStrings__CleanApi.").And.NotContain(Password);
    }

    [Fact]
    public async Task An_owner_who_may_not_create_roles_is_told_what_to_run()
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        var role = $"weak_{database}";
        await using (var create = server.CreateCommand($"create role {role} login password '{Password}' nosuperuser nocreaterole"))
        {
            await create.ExecuteNonQueryAsync();
        }

        var owner = new NpgsqlConnectionStringBuilder(connection) { Username = role, Password = Password }.ConnectionString;

        var line = await ShouldEndWithAsync($"The database's owner {role} may not", ("ConnectionStrings__CleanApi", owner), ("Urls", Address));

        line.Should().Contain($"alter role {role} createrole").And.NotContain(Password);
        await using var drop = server.CreateCommand($"drop role {role}");
        await drop.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_settings_file_that_is_not_JSON_is_one_line_with_its_name_and_the_line()
    {
        var environment = "t" + Guid.NewGuid().ToString("N");
        var file = Path.Combine(Path.GetDirectoryName(typeof(Program).Assembly.Location)!, $"appsettings.{environment}.json");
        await File.WriteAllTextAsync(file, "{\n  \"Auth\": {\n  oops\n}\n");
        try
        {
            var line = await ShouldEndWithAsync("Failed to load configuration from file", ("ASPNETCORE_ENVIRONMENT", environment));
            line.Should().Contain(file).And.EndWith("it is not JSON in line 3.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task While_it_waits_for_the_database_it_says_so()
    {
        var nobody = new NpgsqlConnectionStringBuilder(connection) { Port = NodeProcess.FreePort(), Host = "127.0.0.1" };
        await using var program = ProgramProcess.Start(("ConnectionStrings__CleanApi", nobody.ConnectionString), ("Urls", Address));

        await Probe.UntilAsync("the program says what it waits for", () => program.Lines.Any(line => line.Contains(
            string.Create(CultureInfo.InvariantCulture, $"Waiting for PostgreSQL at 127.0.0.1:{nobody.Port} (ConnectionStrings__CleanApi)"), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Secrets_come_from_files_where_settings_name_them()
    {
        var folder = Directory.CreateTempSubdirectory("cleanapi-secrets-");
        var (key, server) = (Path.Combine(folder.FullName, "key"), Path.Combine(folder.FullName, "connection"));
        await File.WriteAllTextAsync(key, TestCluster.KeyEncryptionKey + "\n");
        await File.WriteAllTextAsync(server, connection + "\n");
        await using (var program = ProgramProcess.Start(
            ("Auth__KeyEncryptionKey", ""), ("Auth__KeyEncryptionKey_FILE", key), ("ConnectionStrings__CleanApi_FILE", server), ("Urls", Address)))
        {
            await program.AnswersAsync($"{Address}/health/ready", 200);
        }

        folder.Delete(recursive: true);
    }

    private static async Task<string> ShouldEndWithAsync(string said, params (string Name, string Value)[] settings)
    {
        await using var program = ProgramProcess.Start(settings);
        (await program.ExitAsync()).Should().Be(1);
        program.Lines.Should().NotContain(line => line.Contains("   at ", StringComparison.Ordinal) || line.Contains("Unhandled", StringComparison.Ordinal));
        return program.Lines.Where(line => line.StartsWith("CleanApi cannot start. ", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().StartWith($"CleanApi cannot start. {said}").And.Subject;
    }
}
