using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>What somebody opened with the password alone does not survive the first second factor, and does nothing that needs one.</summary>
[Trait("Requirement", "R238")]
public sealed class SessionsBeforeTheFactorTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    private const string Codes = "/api/v1/me/mfa/recovery-codes";

    [Theory]
    [InlineData("app", "user01@acme.test", false)]
    [InlineData("app", "user02@acme.test", true)]
    [InlineData("passkey", "user03@acme.test", false)]
    [InlineData("passkey", "user04@acme.test", true)]
    public async Task The_first_factor_ends_every_other_session_and_no_later_one_does(string kind, string person, bool isRequired)
    {
        await RequireAsync(isRequired);
        var (stolen, stolenRefresh) = await SessionAsync(person);
        var (own, refresh) = await SessionAsync(person);
        using var authenticator = new SoftAuthenticator();
        await AddAsync(kind, own, authenticator);

        (await ReadAsync(stolen, "/api/v1/me")).Status.Should().Be(HttpStatusCode.Unauthorized);
        using var renewed = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = stolenRefresh });
        renewed.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await api.AuditedAsync(person, "session.ended")).Should().Be(1);
        (await api.MailAsync(person, kind == "app" ? "authenticator app was set up" : "passkey was added")).Text.Should().Contain("your other sessions have ended");
        string code;
        var (fresh, _) = await RefreshAsync(refresh);
        (await ReadAsync(fresh)).Should().Be((HttpStatusCode.OK, null), "the session that has set it up goes on, unrestricted");
        using (var owner = api.CreateClient(fresh))
        {
            using var codes = await owner.PostAsync(Codes, null);
            codes.StatusCode.Should().Be(HttpStatusCode.OK, "it has proved the factor, lately");
            code = (await codes.JsonAsync()).At("data.attributes.codes")[0].GetString()!;
        }

        using var second = await api.ClientAsync(person, code);
        using var another = new SoftAuthenticator();
        await AddAsync("passkey", fresh, another);
        using var open = await second.GetAsync("/api/v1/users");
        open.StatusCode.Should().Be(HttpStatusCode.OK, "it has proved a factor");
        await RequireAsync(false);
    }

    [Fact]
    public async Task A_session_that_has_not_proved_the_factor_changes_nothing_until_it_does()
    {
        const string person = "user05@acme.test";
        var (app, _) = await api.EnrolAsync(person);
        using var session = await api.ClientAsync(person, app.Code());
        await ForgetAsync(person);

        foreach (var (method, path) in new[] { (HttpMethod.Post, Codes), (HttpMethod.Delete, SecondFactorApi.TotpPath) })
        {
            using var request = new HttpRequestMessage(method, path);
            using var refused = await session.SendAsync(request);
            await SecondFactorApi.ShouldAskForProofAsync(refused);
        }

        using var byPassword = await session.PostJsonAsync(SecondFactorApi.ProofPath, new { password = ApiFixture.Password });
        (await SecondFactorApi.ErrorAsync(byPassword, HttpStatusCode.UnprocessableEntity)).Should().Be("password INVALID_VALUE");
        using var still = await session.PostAsync(Codes, null);
        await SecondFactorApi.ShouldAskForProofAsync(still);
        api.NextCode();
        using var proved = await session.PostJsonAsync(SecondFactorApi.ProofPath, new { code = app.Code() });
        proved.StatusCode.Should().Be(HttpStatusCode.NoContent);
        using var renewed = await session.PostAsync(Codes, null);
        renewed.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Where_a_factor_is_required_a_session_that_has_not_proved_it_is_restricted_until_it_does()
    {
        const string person = "user06@acme.test";
        var (app, _) = await api.EnrolAsync(person);
        using var verified = await api.VerifyAsync(await api.ChallengeAsync(person), app.Code());
        var (_, refresh) = await AuthApi.TokensAsync(verified);
        await ForgetAsync(person);
        await RequireAsync(true);

        var (restricted, next) = await RefreshAsync(refresh);
        (await ReadAsync(restricted)).Should().Be((HttpStatusCode.Forbidden, "MFA_REQUIRED"));
        using (var client = api.CreateClient(restricted))
        {
            api.NextCode();
            using var proved = await client.PostJsonAsync(SecondFactorApi.ProofPath, new { code = app.Code() });
            proved.StatusCode.Should().Be(HttpStatusCode.NoContent);
        }

        (await ReadAsync(restricted)).Status.Should().Be(HttpStatusCode.Unauthorized, "the token that says so is dead");
        (await ReadAsync((await RefreshAsync(next)).Access)).Should().Be((HttpStatusCode.OK, null));
        await RequireAsync(false);
    }

    private async Task AddAsync(string kind, string access, SoftAuthenticator authenticator)
    {
        using var client = api.CreateClient(access);
        if (kind == "app")
        {
            var app = await api.BeginAsync(client);
            using var confirmed = await client.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });
            confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
            return;
        }

        using var begun = await client.PostAsync($"{PasskeyApi.Path}/options", null);
        var challenge = (await begun.JsonAsync()).At("data.attributes");
        var credential = authenticator.Create(challenge.At("options"));
        using var added = await client.PostJsonAsync(PasskeyApi.Path, new { token = challenge.Text("token"), credential, name = "Laptop" });
        added.StatusCode.Should().Be(HttpStatusCode.Created, await added.Content.ReadAsStringAsync());
    }

    private async Task<(string Access, string Refresh)> SessionAsync(string email)
    {
        using var login = await api.LoginAsync(email);
        return await AuthApi.TokensAsync(login);
    }

    private async Task<(string Access, string Refresh)> RefreshAsync(string refreshToken)
    {
        using var refreshed = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken });
        return await AuthApi.TokensAsync(refreshed);
    }

    private async Task<(HttpStatusCode Status, string? Reason)> ReadAsync(string access, string path = "/api/v1/users")
    {
        using var client = api.CreateClient(access);
        using var response = await client.GetAsync(path);
        return (response.StatusCode, response.StatusCode == HttpStatusCode.Forbidden ? (await response.JsonAsync()).Text("error.details.0.code") : null);
    }

    // A session of a version that let those without the factor go on.
    private Task ForgetAsync(string email) =>
        api.ExecuteAsync($"update access.sessions set is_multi_factor = false where account_id = (select id from access.accounts where email = '{email}')");

    private Task RequireAsync(bool isRequired) =>
        api.ExecuteAsync($"update organizations.organizations set require_second_factor = {isRequired} where name = 'Acme'");
}
