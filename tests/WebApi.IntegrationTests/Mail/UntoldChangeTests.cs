using System.Net;
using CleanApi.WebApi.IntegrationTests.Access;
using CleanApi.WebApi.IntegrationTests.Access.People;
using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Mail;

/// <summary>Whoever fills the hour of a mailbox first adds no second factor unseen, and takes none away.</summary>
public sealed class UntoldChangeTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    private const string Totp = "/api/v1/me/mfa/totp";
    private const string RecoveryCodes = "/api/v1/me/mfa/recovery-codes";
    private static readonly (HttpStatusCode, TimeSpan?) Refused = (HttpStatusCode.TooManyRequests, TimeSpan.FromHours(1));

    [Fact]
    [Trait("Requirement", "R251")]
    public async Task No_authenticator_app_is_added_when_its_owner_could_not_be_told()
    {
        var email = await api.OrganizationAsync("Untold Ltd");
        for (var number = 0; number < 6; number++)
        {
            await api.RegisterAsync(email, "Spam Ltd");
            await api.PostAsync("/api/auth/forgot-password", new { email });
        }

        using var client = await api.SignedInAsync(email);
        await FillAsync(client);

        (await ConfirmAsync(client)).Should().Be(Refused);

        (await api.MailsAsync(email)).Should().HaveCount(12).And.NotContain(mail => mail.Subject.StartsWith("An authenticator app", StringComparison.Ordinal));
        (await client.JsonAsync(Totp)).At("data.attributes.enabled").GetBoolean().Should().BeFalse();
        api.Clock.Advance(TimeSpan.FromMinutes(61));
        using var later = await api.SignedInAsync(email);
        (await ConfirmAsync(later)).Status.Should().Be(HttpStatusCode.OK);
        await api.MailAsync(email, "An authenticator app was set up");
    }

    [Fact]
    [Trait("Requirement", "R251")]
    public async Task None_is_taken_away_and_no_codes_are_replaced_either()
    {
        var (administrator, person) = (await api.OrganizationAsync("Weakened Ltd"), AccountsApi.NewEmail());
        await api.InviteAsync(administrator, person);
        var token = (await api.MailAsync(person, "invited")).Token;
        var (_, user) = await api.PostAsync("/api/v1/invitations/accept", new { token, name = "Grace", password = AccountsApi.FirstPassword });
        var reset = $"/api/v1/users/{user.Text("data.id")}/reset-factors";
        using var client = await api.SignedInAsync(person);
        (await ConfirmAsync(client)).Status.Should().Be(HttpStatusCode.OK);
        await FillAsync(client);
        using var admin = await api.SignedInAsync(administrator);

        (await SendAsync(client, HttpMethod.Post, RecoveryCodes)).Should().Be(Refused);
        (await SendAsync(client, HttpMethod.Delete, Totp)).Should().Be(Refused);
        (await SendAsync(admin, HttpMethod.Post, reset)).Should().Be(Refused);

        var status = await client.JsonAsync(Totp);
        (status.At("data.attributes.enabled").GetBoolean(), status.At("data.attributes.recoveryCodesLeft").GetInt32()).Should().Be((true, 10));
        api.Clock.Advance(TimeSpan.FromMinutes(61));
        using var later = await api.SignedInAsync(administrator);
        (await SendAsync(later, HttpMethod.Post, reset)).Status.Should().Be(HttpStatusCode.OK);
        await api.MailAsync(person, "An administrator removed all second factors");
    }

    // With keys, whose notices refuse them too, until the hour is full.
    private static async Task FillAsync(HttpClient client)
    {
        HttpStatusCode status;
        do
        {
            using var key = await client.PostJsonAsync("/api/v1/api-keys", new { name = "Key", scopes = new[] { "users:read" } });
            status = key.StatusCode;
        }
        while (status == HttpStatusCode.Created);

        status.Should().Be(HttpStatusCode.TooManyRequests);
    }

    private async Task<(HttpStatusCode Status, TimeSpan? RetryAfter)> ConfirmAsync(HttpClient client)
    {
        using var begun = await client.PostAsync(Totp, null);
        var app = new AuthenticatorApp((await begun.JsonAsync()).Text("data.attributes.secret")!, api.Clock);
        using var confirmed = await client.PostJsonAsync($"{Totp}/confirm", new { code = app.Code() });
        return (confirmed.StatusCode, confirmed.Headers.RetryAfter?.Delta);
    }

    private static async Task<(HttpStatusCode Status, TimeSpan? RetryAfter)> SendAsync(HttpClient client, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, path);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, response.Headers.RetryAfter?.Delta);
    }
}
