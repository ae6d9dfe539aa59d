using CleanApi.WebApi.IntegrationTests.Access.External;

namespace CleanApi.EndToEnd.Tests.Support;

/// <summary>
/// The whole program over a database of its own, under the address that it tells others: passkeys and links in mails need it to be the real one.
/// </summary>
public class Site : ApiFixture
{
    private const string Client = "cleanapi";
    private const string Secret = "only-for-tests";

    private readonly int port = NodeProcess.FreePort();

    private NodeProcess? provider;

    /// <summary>Where it is. <c>localhost</c> and not a number: a passkey belongs to a name.</summary>
    public Uri Address => new($"http://localhost:{port}");

    /// <inheritdoc />
    protected override int Port => port;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Auth:Issuer"] = Address.GetLeftPart(UriPartial.Authority),
        // One provider under two names; the second only for addresses of one domain.
        ["Auth:External:Partner:Authority"] = provider!.Origin,
        ["Auth:External:Partner:ClientId"] = Client,
        ["Auth:External:Partner:ClientSecret"] = Secret,
        ["Auth:External:Staff:Authority"] = provider.Origin,
        ["Auth:External:Staff:ClientId"] = Client,
        ["Auth:External:Staff:ClientSecret"] = Secret,
        ["Auth:External:Staff:DisplayName"] = "Staff account",
        ["Auth:External:AllowedDomains"] = "staff.test",
        ["Auth:External:AllowedDomainsProviders"] = "staff",
    };

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        provider = await NodeProcess.StartAsync(
            "oidc.mjs", "--client", Client, "--secret", Secret, "--redirect", Callback("partner"), "--redirect", Callback("staff"));
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (provider is not null)
        {
            await provider.DisposeAsync();
        }
    }

    private string Callback(string name) => new Uri(Address, $"/api/auth/external/{name}/callback").AbsoluteUri;
}
