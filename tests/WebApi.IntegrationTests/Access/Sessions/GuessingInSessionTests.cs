using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Whoever has stolen a session guesses nothing in it, and keeps its owner from nothing.</summary>
[Trait("Requirement", "R247")]
public sealed class GuessingInSessionTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    private const string NextPassword = "Four green k1tEs";
    private const string Confirm = $"{SecondFactorApi.TotpPath}/confirm";

    [Fact]
    public async Task Ten_wrong_proofs_in_a_stolen_session_keep_the_owner_from_nothing_elsewhere()
    {
        const string person = "user01@acme.test";
        var (app, codes) = await api.EnrolAsync(person);
        using var stolen = await api.ClientAsync(person, app.Code());
        for (var i = 0; i < 10; i++)
        {
            (await ProveAsync(stolen, new { code = app.WrongCode() })).Should().Be(HttpStatusCode.UnprocessableEntity);
        }

        api.NextCode();
        (await ProveAsync(stolen, new { code = app.Code() })).Should().Be(HttpStatusCode.TooManyRequests);
        using var owner = await api.ClientAsync(person, app.Code());
        (await ProveAsync(owner, new { code = codes[0] })).Should().Be(HttpStatusCode.NoContent);
        (await ProveAsync(stolen, new { code = app.Code() })).Should().Be(HttpStatusCode.TooManyRequests, "what the owner does elsewhere lets nobody in here");
        await api.MailAsync(person, "10 wrong codes");
    }

    [Fact]
    public async Task A_reset_of_the_password_ends_every_delay()
    {
        const string person = "user02@acme.test";
        var (app, _) = await api.EnrolAsync(person);
        for (var i = 0; i < 2; i++)
        {
            var token = await api.ChallengeAsync(person);
            for (var j = 0; j < 5; j++)
            {
                using var wrong = await api.VerifyAsync(token, app.WrongCode());
                await SecondFactorApi.ShouldBeRejectedAsync(wrong);
            }
        }

        using var blocked = await api.VerifyAsync(await api.ChallengeAsync(person), app.Code());
        blocked.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        await ResetAsync(person);
        using var login = await api.LoginAsync(person, NextPassword);
        using var open = await api.VerifyAsync((await login.JsonAsync()).Text("data.attributes.mfaToken")!, app.Code());
        open.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_that_confirms_an_app_cannot_be_guessed()
    {
        const string person = "user03@acme.test";
        using var client = api.CreateClient(await api.SignInAsync(person));
        var app = await api.BeginAsync(client);
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await client.PostJsonAsync(Confirm, new { code = app.WrongCode() });
            (await SecondFactorApi.ErrorAsync(wrong, HttpStatusCode.UnprocessableEntity)).Should().Be("code INVALID_VALUE");
        }

        using var blocked = await client.PostJsonAsync(Confirm, new { code = app.Code() });
        blocked.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        blocked.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromMinutes(1));
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        using var confirmed = await client.PostJsonAsync(Confirm, new { code = app.Code() });
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_app_is_confirmed_in_the_session_that_began()
    {
        const string person = "user04@acme.test";
        using var began = api.CreateClient(await api.SignInAsync(person));
        using var other = api.CreateClient(await api.SignInAsync(person));
        var app = await api.BeginAsync(began);
        for (var i = 0; i < 12; i++)
        {
            using var refused = await other.PostJsonAsync(Confirm, new { code = app.Code() });
            (await SecondFactorApi.ErrorAsync(refused, HttpStatusCode.Conflict)).Should().Be("Begin to set up an authenticator app first");
        }

        using var confirmed = await began.PostJsonAsync(Confirm, new { code = app.Code() });
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_a_factor_of_their_own_guesses_the_password_no_further_by_it()
    {
        using var stolen = api.CreateClient(await api.SignInAsync("user05@acme.test"));
        await GuessAsync(stolen, 7);
        var app = await api.BeginAsync(stolen);
        using var confirmed = await stolen.PostJsonAsync(Confirm, new { code = app.Code() });
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
        await GuessAsync(stolen, 1);
        var codes = (await confirmed.JsonAsync()).At("data.attributes.codes");
        (await ProveAsync(stolen, new { code = codes[0].GetString() })).Should().Be(HttpStatusCode.NoContent);
        await GuessAsync(stolen, 1);
        api.NextCode();
        (await ProveAsync(stolen, new { code = app.Code() })).Should().Be(HttpStatusCode.NoContent);
        await GuessAsync(stolen, 1);

        (await ChangeAsync(stolen, ApiFixture.Password)).Should().Be(HttpStatusCode.TooManyRequests, "ten were wrong, whatever was right of another kind");
        api.NextCode();
        (await ProveAsync(stolen, new { code = app.Code() })).Should().Be(HttpStatusCode.NoContent, "and codes are counted for themselves");
    }

    [Fact]
    public async Task The_right_password_begins_its_count_anew()
    {
        using var owner = api.CreateClient(await api.SignInAsync("user06@acme.test"));
        for (var i = 0; i < 2; i++)
        {
            await GuessAsync(owner, 9);
            (await ProveAsync(owner, new { password = ApiFixture.Password })).Should().Be(HttpStatusCode.NoContent);
        }
    }

    private static async Task GuessAsync(HttpClient client, int times)
    {
        for (var i = 0; i < times; i++)
        {
            (await ChangeAsync(client, $"wrong {i}")).Should().Be(HttpStatusCode.UnprocessableEntity);
        }
    }

    private static async Task<HttpStatusCode> ChangeAsync(HttpClient client, string currentPassword)
    {
        using var response = await client.PostJsonAsync("/api/v1/me/password", new { currentPassword, newPassword = NextPassword });
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> ProveAsync(HttpClient client, object proof)
    {
        using var response = await client.PostJsonAsync(SecondFactorApi.ProofPath, proof);
        return response.StatusCode;
    }

    private async Task ResetAsync(string email)
    {
        using var asked = await api.SendAsync(HttpMethod.Post, "/api/auth/forgot-password", new { email });
        var token = (await api.MailAsync(email, "Set another password")).Token;
        using var reset = await api.SendAsync(HttpMethod.Post, "/api/auth/reset-password", new { token, password = NextPassword });
        reset.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }
}
