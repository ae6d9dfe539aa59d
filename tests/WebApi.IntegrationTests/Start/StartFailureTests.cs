using System.Globalization;
using CleanApi.WebApi.IntegrationTests.Access.External;
using CleanApi.WebApi.IntegrationTests.Http;
using Npgsql;

namespace CleanApi.WebApi.IntegrationTests.Start;

/// <summary>A start that cannot succeed ends with one line that names what is wrong and what to do.</summary>
public sealed class StartFailureTests : StartFailureTest
{
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
    [InlineData("Kestrel__Limits__MaxRequestBodySize", "much", "Kestrel__Limits__MaxRequestBodySize is no limit of the server, or")]
    [InlineData("Kestrel__Limits__MaxRequestBodySizes", "1", "Kestrel__Limits__MaxRequestBodySizes is no limit of the server, or")]
    [InlineData("Kestrel__Limits__MinResponseDataRate__BytesPerSecond", "0", "Kestrel__Limits__MinResponseDataRate has to be")]
    [InlineData("Kestrel__Certificates__Default__Path", "/nowhere/certificate.pfx", "Kestrel__Certificates: the certificate cannot be used")]
    [InlineData("Email__Directory", "/proc/mail", "Email__Directory: mails cannot be written to /proc/mail")]
    [InlineData("Storage__Root", "/proc/files", "Storage__Root: files cannot be written to /proc/files")]
    public async Task A_wrong_setting_is_one_line_that_names_it(string name, string value, string said)
    {
        var urls = name.Contains("Certificates", StringComparison.Ordinal) ? Address.Replace("http:", "https:", StringComparison.Ordinal) : Address;
        await ShouldEndWithAsync(said, ("ConnectionStrings__CleanApi", Connection), ("Urls", urls), (name, value));
    }

    [Theory]
    [InlineData("Prod")]
    [InlineData("Staging")]
    public async Task Everything_but_development_is_checked_like_production(string environment) => await ShouldEndWithAsync(
        "Auth__KeyEncryptionKey is not set", ("ConnectionStrings__CleanApi", Connection), ("Urls", Address), ("ASPNETCORE_ENVIRONMENT", environment), ("Auth__KeyEncryptionKey", ""));

    [Fact]
    public async Task An_https_address_without_a_certificate_is_one_line() => await ShouldEndWithAsync(
        "Urls: an https address needs a certificate", ("ConnectionStrings__CleanApi", Connection), ("Urls", Address.Replace("http:", "https:", StringComparison.Ordinal)));

    [Fact]
    public async Task Of_a_password_with_a_semicolon_nothing_is_repeated() =>
        (await ShouldEndWithAsync("ConnectionStrings__CleanApi is no connection string", ("ConnectionStrings__CleanApi", "Host=127.0.0.1;Password=ab;s3cret=1"), ("Urls", Address)))
            .Should().NotContain("s3cret");

    [Fact]
    public async Task All_settings_that_are_missing_or_unknown_are_told_at_once()
    {
        await ShouldEndWithAsync(
            "Auth__Issuer is not set: the public address, such as https://api.example.com, that tokens and links in mails begin with. AllowedHosts is not set",
            ("Auth__Issuer", ""), ("AllowedHosts", ""), ("Urls", Address));
        await ShouldEndWithAsync(
            "Auth__Isuer is not a setting. Auth__Issuer is the nearest that there is. Email__Form is not a setting. Email__From", ("Auth__Isuer", "x"), ("Email__Form", "x"), ("Urls", Address));
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
        var nobody = new NpgsqlConnectionStringBuilder(Connection) { Port = NodeProcess.FreePort(), Host = "127.0.0.1" };
        await using var program = ProgramProcess.Start(("ConnectionStrings__CleanApi", nobody.ConnectionString), ("Urls", Address));

        await Probe.UntilAsync("the program says what it waits for", () => program.Lines.Any(line => line.Contains(
            string.Create(CultureInfo.InvariantCulture, $"Waiting for PostgreSQL at 127.0.0.1:{nobody.Port} (ConnectionStrings__CleanApi)"), StringComparison.Ordinal)));

        program.Terminate();
        (await program.ExitAsync()).Should().Be(0);
        program.Lines.Should().ContainSingle(line => line.Contains("Stopped before the start was done", StringComparison.Ordinal))
            .And.NotContain(line => line.Contains("cannot start", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Secrets_come_from_files_where_settings_name_them()
    {
        var folder = Directory.CreateTempSubdirectory("cleanapi-secrets-");
        var (key, server) = (Path.Combine(folder.FullName, "key"), Path.Combine(folder.FullName, "connection"));
        await File.WriteAllTextAsync(key, TestCluster.KeyEncryptionKey + "\n");
        await File.WriteAllTextAsync(server, Connection + "\n");
        await using (var program = ProgramProcess.Start(
            ("Auth__KeyEncryptionKey", ""), ("Auth__KeyEncryptionKey_FILE", key), ("ConnectionStrings__CleanApi_FILE", server), ("Urls", Address)))
        {
            await program.AnswersAsync($"{Address}/health/ready", 200);
        }

        folder.Delete(recursive: true);
    }
}
