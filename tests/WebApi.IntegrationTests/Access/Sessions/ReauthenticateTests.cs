using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The ways to prove again who one is.</summary>
[Trait("Requirement", "R247")]
public sealed class ReauthenticateTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    private const string Path = SecondFactorApi.ProofPath;

    [Theory]
    [InlineData("""{}""", "password INVALID_VALUE")]
    [InlineData("""{"password":"a","code":"123456"}""", "code INVALID_VALUE")]
    [InlineData("""{"token":"tok_x"}""", "credential REQUIRED")]
    [InlineData("""{"credential":{"id":"x"}}""", "token REQUIRED")]
    [InlineData("""{"password":"a","token":"tok_x","credential":{"id":"x"}}""", "credential INVALID_VALUE")]
    [InlineData("""{"currentPassword":"a"}""", "currentPassword UNKNOWN_FIELD")]
    public async Task One_proof_is_given(string json, string error)
    {
        using var client = await api.ClientAsync(ApiFixture.Viewer);
        using var response = await client.PostTextAsync(Path, json);
        (await SecondFactorApi.ErrorAsync(response, HttpStatusCode.UnprocessableEntity)).Should().Be(error);
    }

    [Fact]
    public async Task The_right_password_is_a_proof_and_a_wrong_one_is_422_and_recorded()
    {
        const string person = "user01@acme.test";
        using var client = api.CreateClient(await api.SignInAsync(person));
        await api.ExecuteAsync("update access.sessions set authenticated_at = created_at - interval '1 hour'");
        foreach (var wrong in new[] { "wrong", "" })
        {
            using var refused = await client.PostJsonAsync(Path, new { password = wrong });
            (await SecondFactorApi.ErrorAsync(refused, HttpStatusCode.UnprocessableEntity)).Should().Be("password INVALID_VALUE");
        }

        (await IsRecentAsync(person)).Should().BeFalse();
        using var proved = await client.PostJsonAsync(Path, new { password = ApiFixture.Password });
        proved.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await IsRecentAsync(person)).Should().BeTrue();
        (await api.FailedInSessionAsync(person, "session.reauthenticated")).Should().Be(2);
    }

    [Fact]
    public async Task A_code_and_a_recovery_code_are_proofs_once_each()
    {
        const string person = "user02@acme.test";
        var (app, codes) = await api.EnrolAsync(person);
        using var client = await api.ClientAsync(person, app.Code());
        using var replayed = await client.PostJsonAsync(Path, new { code = app.Code() });
        (await SecondFactorApi.ErrorAsync(replayed, HttpStatusCode.UnprocessableEntity)).Should().Be("code INVALID_VALUE", "it has signed in");
        api.NextCode();
        foreach (var code in new[] { app.Code(), codes[0] })
        {
            using var proved = await client.PostJsonAsync(Path, new { code });
            proved.StatusCode.Should().Be(HttpStatusCode.NoContent);
            using var again = await client.PostJsonAsync(Path, new { code });
            again.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        }

        (await api.AuditedAsync(person, "mfa.recovery_code_used")).Should().Be(1);
    }

    [Fact]
    public async Task A_session_that_has_proved_a_second_factor_says_so()
    {
        const string person = "user03@acme.test";
        using var client = api.CreateClient(await api.SignInAsync(person));
        var app = await api.BeginAsync(client);
        using var confirmed = await client.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
        (await IsMultiFactorAsync(person)).Should().BeTrue("it was proved when it was set up");
        await api.ExecuteAsync($"update access.sessions set is_multi_factor = false where user_id = (select id from users.users where email = '{person}')");
        using var byPassword = await client.PostJsonAsync(Path, new { password = ApiFixture.Password });
        (await SecondFactorApi.ErrorAsync(byPassword, HttpStatusCode.UnprocessableEntity)).Should().Be("password INVALID_VALUE", "it alone signs in no more, either");
        (await IsMultiFactorAsync(person)).Should().BeFalse();
        api.NextCode();
        using var byCode = await client.PostJsonAsync(Path, new { code = app.Code() });
        (await IsMultiFactorAsync(person)).Should().BeTrue();
    }

    [Fact]
    public async Task Who_has_neither_a_password_nor_a_factor_signs_in_again()
    {
        const string person = "user04@acme.test";
        using var client = api.CreateClient(await api.SignInAsync(person));
        await api.ExecuteAsync($"update access.accounts set password_hash = null where email = '{person}'");
        using var response = await client.PostJsonAsync(Path, new { password = ApiFixture.Password });
        (await SecondFactorApi.ErrorAsync(response, HttpStatusCode.Conflict))
            .Should().Be("This account has neither a password nor a second factor: sign in again with your provider");
    }

    [Fact]
    public async Task The_password_cannot_be_guessed_with_a_session()
    {
        using var client = api.CreateClient(await api.SignInAsync("user05@acme.test"));
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await client.PostJsonAsync(Path, new { password = $"wrong {i}" });
            wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        }

        using var blocked = await client.PostJsonAsync(Path, new { password = ApiFixture.Password });
        blocked.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        blocked.Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero).And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        using var change = await client.PostJsonAsync("/api/v1/me/password", new { currentPassword = ApiFixture.Password, newPassword = "Another-Passw0rd-of-mine" });
        change.StatusCode.Should().Be(HttpStatusCode.TooManyRequests, "they are counted together");
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        using var open = await client.PostJsonAsync(Path, new { password = ApiFixture.Password });
        open.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Whoever_must_enrol_a_second_factor_can_prove_who_they_are_and_go_on()
    {
        const string person = "user06@acme.test";
        await api.ExecuteAsync("update organizations.organizations set require_second_factor = true where name = 'Acme'");
        using var restricted = api.CreateClient(await api.SignInAsync(person));
        await api.BeginAsync(restricted);
        api.Clock.Advance(TimeSpan.FromMinutes(11));
        using var refused = await restricted.PostAsync(SecondFactorApi.TotpPath, null);
        await SecondFactorApi.ShouldAskForProofAsync(refused);
        using var proved = await restricted.PostJsonAsync(Path, new { password = ApiFixture.Password });
        proved.StatusCode.Should().Be(HttpStatusCode.NoContent);
        await api.BeginAsync(restricted);
        await api.ExecuteAsync("update organizations.organizations set require_second_factor = false where name = 'Acme'");
    }

    [Fact]
    public async Task An_API_key_and_nobody_prove_nothing()
    {
        using var client = await api.ClientAsync(ApiFixture.Member);
        using var created = await client.PostJsonAsync("/api/v1/api-keys", new { name = "Import" });
        using var program = api.CreateClient((await created.JsonAsync()).Text("data.attributes.key"));
        using var denied = await program.PostJsonAsync(Path, new { password = ApiFixture.Password });
        denied.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var anonymous = await api.Anonymous.PostJsonAsync(Path, new { password = ApiFixture.Password });
        anonymous.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    private Task<bool> IsRecentAsync(string email) => SessionAsync(email, $"authenticated_at > '{api.Clock.GetUtcNow():O}'::timestamptz - interval '1 minute'");

    private Task<bool> IsMultiFactorAsync(string email) => SessionAsync(email, "is_multi_factor");

    private Task<bool> SessionAsync(string email, string condition) => api.ScalarAsync<bool>(
        $"""
        select {condition} from access.sessions session join access.accounts account on account.id = session.account_id
        where account.email = '{email}' order by session.created_at desc limit 1
        """);
}
