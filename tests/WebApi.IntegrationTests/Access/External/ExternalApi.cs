namespace CleanApi.WebApi.IntegrationTests.Access.External;

/// <summary>The API with providers on loopback: two real OpenID providers, one with Google's settings, GitHub, and one that forges responses.</summary>
public class ExternalApi : ApiFixture
{
    private const string Secret = "a secret+with/special=characters";
    private const string Callback = "http://127.0.0.1:5080/api/auth/external/";

    private NodeProcess? google;
    private NodeProcess? partner;
    private NodeProcess? github;
    private NodeProcess? forger;

    /// <summary>The provider with Google's settings.</summary>
    public NodeProcess Google => google!;

    /// <summary>The provider that forges responses.</summary>
    public NodeProcess Forger => forger!;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string>? Settings
    {
        get
        {
            var settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Auth:External:Google:Authority"] = google!.Origin,
                ["Auth:External:Partner:Authority"] = partner!.Origin,
                ["Auth:External:Partner:DisplayName"] = "The Partner",
                ["Auth:External:Forger:Authority"] = forger!.Origin,
                ["Auth:External:GitHub:AuthorizationEndpoint"] = $"{github!.Origin}/login/oauth/authorize",
                ["Auth:External:GitHub:TokenEndpoint"] = $"{github.Origin}/login/oauth/access_token",
                ["Auth:External:GitHub:UserEndpoint"] = $"{github.Origin}/user",
                ["Auth:External:GitHub:EmailsEndpoint"] = $"{github.Origin}/user/emails",
                ["Auth:External:Nobody:Authority"] = $"http://127.0.0.1:{NodeProcess.FreePort()}",
                ["Auth:External:TimeoutSeconds"] = "1",
                ["Auth:External:TotalTimeoutSeconds"] = "2",
            };
            foreach (var name in (string[])["Google", "Partner", "Forger", "GitHub", "Nobody"])
            {
                (settings[$"Auth:External:{name}:ClientId"], settings[$"Auth:External:{name}:ClientSecret"]) = ("cleanapi", Secret);
            }

            foreach (var (name, value) in Restrictions)
            {
                settings[name] = value;
            }

            return settings;
        }
    }

    /// <summary>The settings that restrict who can sign in.</summary>
    protected virtual IReadOnlyDictionary<string, string> Restrictions => new Dictionary<string, string>();

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        google = await NodeProcess.StartAsync("oidc.mjs", "--secret", Secret, "--redirect", $"{Callback}google/callback");
        partner = await NodeProcess.StartAsync("oidc.mjs", "--secret", Secret, "--redirect", $"{Callback}partner/callback", "--email-in", "userinfo");
        github = await NodeProcess.StartAsync("github.mjs", "--secret", Secret);
        forger = await NodeProcess.StartAsync("forger.mjs");
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var process in (NodeProcess?[])[google, partner, github, forger])
        {
            await process!.DisposeAsync();
        }
    }
}
