using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.EndToEnd.Tests.Support;

/// <summary>People of a test's own: what one test does to a person of all is seen by the others.</summary>
public static class People
{
    /// <summary>Creates somebody in Acme who has the usual password.</summary>
    public static async Task<string> PersonAsync(this Site site, string email, string name = "Grace Hopper")
    {
        using var admin = await site.ClientAsync(ApiFixture.Admin);
        using var created = await admin.PostJsonAsync("/api/v1/users", new { email, name, role = "MEMBER" });
        created.IsSuccessStatusCode.Should().BeTrue();
        await site.GiveAccountAsync(email);
        using var activated = await admin.PostJsonAsync($"/api/v1/users/{(await created.JsonAsync()).Text("data.id")}/activate", new { });
        activated.IsSuccessStatusCode.Should().BeTrue();
        return email;
    }

    /// <summary>Sets up an authenticator app, whose next code is unused, and recovery codes.</summary>
    public static async Task<(AuthenticatorApp App, IReadOnlyList<string> Codes)> EnrolAsync(this Site site, string email)
    {
        using var client = site.CreateClient(await site.SignInAsync(email));
        using var begun = await client.PostAsync("/api/v1/me/mfa/totp", null);
        var app = new AuthenticatorApp((await begun.JsonAsync()).Text("data.attributes.secret")!, site.Clock);
        using var confirmed = await client.PostJsonAsync("/api/v1/me/mfa/totp/confirm", new { code = app.Code() });
        var body = await confirmed.JsonAsync();
        return (app, [.. body.At("data.attributes.codes").EnumerateArray().Select(code => code.GetString()!)]);
    }

    /// <summary>Invites an address to Acme and returns the link of the mail.</summary>
    public static async Task<string> InviteAsync(this Site site, string email, string role = "MEMBER")
    {
        using var admin = await site.ClientAsync(ApiFixture.Admin);
        using var sent = await admin.PostJsonAsync("/api/v1/invitations", new { email, role });
        sent.IsSuccessStatusCode.Should().BeTrue();
        return (await site.MailAsync(email, "invited")).Link!;
    }

    /// <summary>Makes an organization require a second factor.</summary>
    public static Task RequireFactorAsync(this Site site, string organization) =>
        site.ExecuteAsync($"update organizations.organizations set require_second_factor = true where name = '{organization}'");

    /// <summary>Registers an organization and its administrator; returns the link of the mail.</summary>
    public static async Task<string> RegisterAsync(this Site site, string organizationName, string email)
    {
        using var anonymous = site.Anonymous;
        using var sent = await anonymous.PostJsonAsync("/api/auth/register", new { organizationName, name = "Ada King", email });
        sent.IsSuccessStatusCode.Should().BeTrue();
        return (await site.MailAsync(email, "Confirm")).Link!;
    }

    /// <summary>Registers an organization whose administrator has the usual password.</summary>
    public static async Task FoundAsync(this Site site, string organizationName, string email)
    {
        var token = new Uri(await site.RegisterAsync(organizationName, email)).Query.Split("token=")[1];
        using var anonymous = site.Anonymous;
        using var verified = await anonymous.PostJsonAsync("/api/auth/verify-email", new { token, password = ApiFixture.Password });
        verified.IsSuccessStatusCode.Should().BeTrue();
    }

    /// <summary>Gives a visit an authenticator with passkeys, as a device has one.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="isOffered">
    /// Whether the browser offers passkeys in a field. The authenticator that Chromium makes up chooses one as soon as it is offered, so that nobody gets to a button.
    /// </param>
    public static async Task<PasskeyDevice> PasskeyDeviceAsync(this Visit visit, bool isOffered = false)
    {
        if (!isOffered)
        {
            await visit.Page.AddInitScriptAsync("delete window.PublicKeyCredential?.isConditionalMediationAvailable");
        }

        var tools = await visit.ToolsAsync();
        await tools.SendAsync("WebAuthn.enable");
        var added = await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new PasskeyDevice(tools, added!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
