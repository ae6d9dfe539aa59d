using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Whoever knows the password guesses no code, however many networks they have; and the owner gets in.</summary>
[Trait("Requirement", "R247")]
public sealed class GuessedCodeTests(LockoutApi api) : IClassFixture<LockoutApi>
{
    private const string Known = "127.0.0.9";

    [Fact]
    public async Task Many_networks_together_get_one_code_in_15_minutes_and_the_owner_signs_in_from_where_they_were_before()
    {
        var person = api.NextPerson();
        var app = await EnrolAsync(person);
        (await CodeAsync(person, app.Code(), Known)).Status.Should().Be(HttpStatusCode.OK);
        for (var network = 0; network < 10; network++)
        {
            foreach (var answer in await CodesAsync(person, Enumerable.Repeat(app.WrongCode(), 5), $"127.0.1.{network}"))
            {
                answer.Status.Should().Be(HttpStatusCode.Unauthorized);
            }
        }

        NextCode();
        (await CodeAsync(person, app.Code(), "127.0.2.1")).Should().Match<(HttpStatusCode Status, TimeSpan? Wait)>(
            answer => answer.Status == HttpStatusCode.TooManyRequests && answer.Wait > TimeSpan.FromMinutes(13) && answer.Wait <= TimeSpan.FromMinutes(15));
        (await CodeAsync(person, app.Code(), Known)).Status.Should().Be(HttpStatusCode.OK);
        api.Clock.Advance(TimeSpan.FromMinutes(15));
        (await CodeAsync(person, app.Code(), "127.0.2.1")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_delay_is_one_network_s()
    {
        var person = api.NextPerson();
        var app = await EnrolAsync(person);
        await CodesAsync(person, Enumerable.Repeat(app.WrongCode(), 5), "127.0.0.2");
        await CodesAsync(person, Enumerable.Repeat(app.WrongCode(), 5), "127.0.0.2");
        (await CodeAsync(person, app.Code(), "127.0.0.2")).Status.Should().Be(HttpStatusCode.TooManyRequests);
        (await CodeAsync(person, app.Code(), "127.0.0.3")).Status.Should().Be(HttpStatusCode.OK);
    }

    private void NextCode() => api.Clock.Advance(TimeSpan.FromSeconds(40 - (api.Clock.GetUtcNow().ToUnixTimeSeconds() % 30)));

    private async Task<AuthenticatorApp> EnrolAsync(string person)
    {
        using var client = api.CreateClient(await api.SignInAsync(person));
        using var begun = await client.PostAsync(SecondFactorApi.TotpPath, null);
        var app = new AuthenticatorApp((await begun.JsonAsync()).Text("data.attributes.secret")!, api.Clock);
        using var confirmed = await client.PostJsonAsync($"{SecondFactorApi.TotpPath}/confirm", new { code = app.Code() });
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
        NextCode();
        return app;
    }

    private async Task<(HttpStatusCode Status, TimeSpan? Wait)> CodeAsync(string person, string code, string network) =>
        (await CodesAsync(person, [code], network))[0];

    // Several codes for one password.
    private async Task<List<(HttpStatusCode Status, TimeSpan? Wait)>> CodesAsync(string person, IEnumerable<string> codes, string network)
    {
        using var client = api.ClientFrom(network);
        using var question = await client.PostJsonAsync("/api/auth/login", new { email = person, password = ApiFixture.Password });
        var mfaToken = (await question.JsonAsync()).Text("data.attributes.mfaToken");
        List<(HttpStatusCode Status, TimeSpan? Wait)> answers = [];
        foreach (var code in codes)
        {
            using var response = await client.PostJsonAsync("/api/auth/mfa/verify", new { mfaToken, code });
            answers.Add((response.StatusCode, response.Headers.RetryAfter?.Delta));
        }

        return answers;
    }
}
