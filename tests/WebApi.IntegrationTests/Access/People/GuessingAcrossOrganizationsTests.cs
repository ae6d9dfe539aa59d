using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access.People;

/// <summary>Guesses in what switching has opened count for the sign-in that it continues; what is pending in another organization is left alone.</summary>
public sealed class GuessingAcrossOrganizationsTests(PeopleApi api) : IClassFixture<PeopleApi>
{
    private const string Wrong = "Not the passw0rd";

    [Fact]
    [Trait("Requirement", "R247")]
    public async Task Switching_gives_no_further_guesses_of_the_password()
    {
        var (email, first, second, _) = await api.MemberOfTwoAsync();
        using var stolen = await api.SignedInAsync(email, first);
        using var switched = await api.SwitchedAsync(stolen, second);
        foreach (var client in new[] { stolen, switched })
        {
            for (var i = 0; i < 5; i++)
            {
                (await ProveAsync(client, new { password = Wrong })).Should().Be(HttpStatusCode.UnprocessableEntity);
            }
        }

        using var back = await api.SwitchedAsync(switched, first);
        foreach (var client in new[] { stolen, switched, back })
        {
            (await ProveAsync(client, new { password = AccountsApi.FirstPassword })).Should().Be(HttpStatusCode.TooManyRequests);
        }

        using var owner = await api.SignedInAsync(email, first);
        (await ProveAsync(owner, new { password = AccountsApi.FirstPassword })).Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    [Trait("Requirement", "R247")]
    public async Task Nor_of_a_code_that_switching_asks_for()
    {
        var (email, first, second, _) = await api.MemberOfTwoAsync();
        using var stolen = await api.SignedInAsync(email, first);
        var app = await EnrolAsync(stolen);
        // A session of a version that did not end those without the factor.
        await api.ExecuteAsync($"update access.sessions set is_multi_factor = false where account_id = (select id from access.accounts where email = '{email}')");
        for (var challenge = 0; challenge < 2; challenge++)
        {
            var token = await SwitchChallengeAsync(stolen, second);
            for (var i = 0; i < 5; i++)
            {
                (await VerifyAsync(token, app.WrongCode())).Status.Should().Be(HttpStatusCode.Unauthorized);
            }
        }

        (await VerifyAsync(await SwitchChallengeAsync(stolen, second), app.Code())).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await ProveAsync(stolen, new { code = app.Code() })).Should().Be(HttpStatusCode.TooManyRequests, "it is one count");
        (await VerifyAsync(await ChallengeAsync(email, second), app.Code())).Status.Should().Be(HttpStatusCode.OK, "the owner signs in beside it");
    }

    [Fact]
    public async Task A_deactivation_elsewhere_leaves_a_pending_sign_in_as_it_is()
    {
        var (email, first, second, admin) = await api.MemberOfTwoAsync();
        using var owner = await api.SignedInAsync(email, second);
        var id = (await owner.JsonAsync("/api/v1/me")).Text("data.id");
        var app = await EnrolAsync(owner);
        var (here, there) = (await ChallengeAsync(email, first), await ChallengeAsync(email, second));

        using var administrator = await api.SignedInAsync(admin);
        using var deactivated = await administrator.PostAsync($"/api/v1/users/{id}/deactivate", null);
        deactivated.StatusCode.Should().Be(HttpStatusCode.OK);

        (await VerifyAsync(there, app.Code())).Status.Should().Be(HttpStatusCode.Unauthorized);
        (await VerifyAsync(here, app.Code())).Status.Should().Be(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> ProveAsync(HttpClient client, object proof)
    {
        using var response = await client.PostJsonAsync(SecondFactorApi.ProofPath, proof);
        return response.StatusCode;
    }

    private async Task<AuthenticatorApp> EnrolAsync(HttpClient client)
    {
        using var begun = await client.PostAsync(SecondFactorApi.TotpPath, null);
        var app = new AuthenticatorApp((await begun.JsonAsync()).Text("data.attributes.secret")!, api.Clock);
        using var confirmed = await client.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
        api.Clock.Advance(TimeSpan.FromSeconds(40 - (api.Clock.GetUtcNow().ToUnixTimeSeconds() % 30)));
        return app;
    }

    private async Task<string> ChallengeAsync(string email, string organizationId) =>
        Token((await api.PostAsync("/api/auth/login", new { email, password = AccountsApi.FirstPassword, organizationId })).Body);

    private static async Task<string> SwitchChallengeAsync(HttpClient client, string organizationId)
    {
        using var response = await client.PostJsonAsync("/api/auth/switch-organization", new { organizationId });
        return Token(await response.JsonAsync());
    }

    private static string Token(JsonElement body) => body.Text("data.attributes.mfaToken")!;

    private Task<(HttpStatusCode Status, JsonElement Body)> VerifyAsync(string mfaToken, string code) => api.PostAsync("/api/auth/mfa/verify", new { mfaToken, code });
}
