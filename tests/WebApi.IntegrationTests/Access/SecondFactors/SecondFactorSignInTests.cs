using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class SecondFactorSignInTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    [Fact]
    [Trait("Requirement", "R238")]
    public async Task A_correct_password_returns_an_MFA_challenge_and_its_code_creates_the_session()
    {
        var (app, _) = await api.EnrolAsync("user01@acme.test");
        var before = await api.AuditedAsync("user01@acme.test", "sign_in");
        using var login = await api.LoginAsync("user01@acme.test");
        var asked = await login.JsonAsync();
        login.StatusCode.Should().Be(HttpStatusCode.OK);
        asked.At("data.attributes").EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo("expiresIn", "mfaRequired", "mfaToken", "methods");
        asked.At("data.attributes.mfaRequired").GetBoolean().Should().BeTrue();
        (asked.Text("data.type"), asked.At("data.attributes.expiresIn").GetInt32()).Should().Be(("mfa_challenge", 300));
        asked.At("data.attributes.methods").EnumerateArray().Select(method => method.GetString()).Should().Equal("totp", "recovery_code");
        AuthApi.Cookies(login).Should().BeEmpty();
        login.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await api.AuditedAsync("user01@acme.test", "sign_in")).Should().Be(before, "nobody has signed in yet");

        using var verified = await api.VerifyAsync(asked.Text("data.attributes.mfaToken")!, app.Code());
        var (access, refresh) = await AuthApi.TokensAsync(verified);
        (await verified.JsonAsync()).Text("data.id").Should().Be(asked.Text("data.id"));
        AuthApi.Cookies(verified).Keys.Should().BeEquivalentTo("access_token", "refresh_token");
        using var client = api.CreateClient(access);
        await client.JsonAsync("/api/v1/me");
        using var refreshed = await api.SendAsync(HttpMethod.Post, "/api/auth/refresh", new { refreshToken = refresh });
        await AuthApi.TokensAsync(refreshed);
        (await api.AuditedAsync("user01@acme.test", "sign_in")).Should().Be(before + 1);
        (await api.ScalarAsync<string>($"select target_type from auditing.audit_logs where target_id = '{asked.Text("data.id")}'")).Should().Be("session");
    }

    [Fact]
    public async Task A_code_is_accepted_once_and_no_older_one_afterwards()
    {
        var (app, _) = await api.EnrolAsync("user02@acme.test");
        var (code, older) = (app.Code(), app.Code(-1));
        using var first = await api.VerifyAsync(await api.ChallengeAsync("user02@acme.test"), code);
        first.StatusCode.Should().Be(HttpStatusCode.OK);
        foreach (var again in new[] { code, older })
        {
            using var replayed = await api.VerifyAsync(await api.ChallengeAsync("user02@acme.test"), again);
            await SecondFactorApi.ShouldBeRejectedAsync(replayed);
        }

        api.NextCode();
        using var next = await api.VerifyAsync(await api.ChallengeAsync("user02@acme.test"), app.Code());
        next.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_clock_may_be_one_step_wrong(int steps, bool isAccepted)
    {
        var person = $"user{10 + steps:00}@acme.test";
        var (app, _) = await api.EnrolAsync(person);
        api.NextCode(4);
        using var response = await api.VerifyAsync(await api.ChallengeAsync(person), app.Code(steps));
        response.StatusCode.Should().Be(isAccepted ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_sign_in_begins_anew()
    {
        var (app, _) = await api.EnrolAsync("user03@acme.test");
        var token = await api.ChallengeAsync("user03@acme.test");
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await api.VerifyAsync(token, app.WrongCode());
            await SecondFactorApi.ShouldBeRejectedAsync(wrong);
        }

        using var late = await api.VerifyAsync(token, app.Code());
        await SecondFactorApi.ShouldBeRejectedAsync(late);
        (await api.FailedAsync("user03@acme.test", "sign_in")).Should().Be(6, "that with the right code is refused too");
        using var anew = await api.VerifyAsync(await api.ChallengeAsync("user03@acme.test"), app.Code());
        anew.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task After_ten_wrong_codes_across_sign_ins_the_next_is_delayed_and_the_user_is_notified()
    {
        var (app, _) = await api.EnrolAsync("user04@acme.test");
        string[] tokens = [await api.ChallengeAsync("user04@acme.test"), await api.ChallengeAsync("user04@acme.test")];
        foreach (var token in tokens.SelectMany(token => Enumerable.Repeat(token, 5)))
        {
            using var wrong = await api.VerifyAsync(token, app.WrongCode());
            await SecondFactorApi.ShouldBeRejectedAsync(wrong);
        }

        (await WaitAsync("user04@acme.test", app.Code())).Should().Be(TimeSpan.FromMinutes(1));
        await api.MailAsync("user04@acme.test", "10 wrong codes");
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        api.NextCode();
        using var wrongAgain = await api.VerifyAsync(await api.ChallengeAsync("user04@acme.test"), app.WrongCode());
        await SecondFactorApi.ShouldBeRejectedAsync(wrongAgain);
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        (await WaitAsync("user04@acme.test", app.Code())).Should().Be(TimeSpan.FromMinutes(1), "of the two that it is this time");
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        using var open = await api.VerifyAsync(await api.ChallengeAsync("user04@acme.test"), app.Code());
        open.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Of_concurrent_responses_to_a_challenge_one_creates_a_session()
    {
        var (app, _) = await api.EnrolAsync("user05@acme.test");
        var (token, code) = (await api.ChallengeAsync("user05@acme.test"), app.Code());
        (await StatusesAsync(Enumerable.Repeat(token, 5).Select(one => (one, code)))).Should().ContainSingle(status => status == HttpStatusCode.OK);
        api.NextCode();
        (await StatusesAsync(await TokensAsync("user05@acme.test", app.Code(), 4))).Should().ContainSingle(status => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_MFA_challenge_expires_after_five_minutes()
    {
        var (app, _) = await api.EnrolAsync("user06@acme.test");
        var token = await api.ChallengeAsync("user06@acme.test");
        api.Clock.Advance(TimeSpan.FromMinutes(5));
        using var response = await api.VerifyAsync(token, app.Code());
        await SecondFactorApi.ShouldBeRejectedAsync(response);
    }

    [Theory]
    [InlineData(7, "update access.accounts set password_changed_at = password_changed_at + interval '1 hour' where email = '{0}'")]
    [InlineData(13, "update users.users set status = 'DEACTIVATED' where email = '{0}'")]
    [InlineData(14, "update users.users set deleted_at = now() where email = '{0}'")]
    public async Task A_factor_removed_after_the_password_step_creates_no_session(int number, string sql)
    {
        var person = $"user{number:00}@acme.test";
        var (app, _) = await api.EnrolAsync(person);
        var token = await api.ChallengeAsync(person);
        await api.ExecuteAsync(string.Format(null, sql, person));
        using var response = await api.VerifyAsync(token, app.Code());
        await SecondFactorApi.ShouldBeRejectedAsync(response);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("tok_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_unknown_MFA_challenge_is_rejected(string token)
    {
        using var response = await api.VerifyAsync(token, "123456");
        await SecondFactorApi.ShouldBeRejectedAsync(response);
    }

    [Fact]
    public async Task A_wrong_password_does_not_reveal_a_second_factor()
    {
        await api.EnrolAsync("user15@acme.test");
        using var response = await api.LoginAsync("user15@acme.test", "wrong");
        (response.StatusCode, (await response.JsonAsync()).Text("error.message")).Should().Be((HttpStatusCode.Unauthorized, "Invalid email or password"));
    }

    [Fact]
    public async Task The_token_of_a_question_is_no_credential()
    {
        await api.EnrolAsync("user16@acme.test");
        using var client = api.CreateClient(await api.ChallengeAsync("user16@acme.test"));
        using var response = await client.GetAsync("/api/v1/me");
        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    // How long the right code has to wait.
    private async Task<TimeSpan?> WaitAsync(string person, string code)
    {
        using var blocked = await api.VerifyAsync(await api.ChallengeAsync(person), code);
        blocked.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        return blocked.Headers.RetryAfter!.Delta;
    }

    private async Task<(string Token, string Code)[]> TokensAsync(string person, string code, int count)
    {
        var tokens = new List<(string Token, string Code)>();
        for (var i = 0; i < count; i++)
        {
            tokens.Add((await api.ChallengeAsync(person), code));
        }

        return [.. tokens];
    }

    private async Task<HttpStatusCode[]> StatusesAsync(IEnumerable<(string Token, string Code)> answers) => await Task.WhenAll(answers.Select(async answer =>
    {
        using var response = await api.VerifyAsync(answer.Token, answer.Code);
        return response.StatusCode;
    }));
}
