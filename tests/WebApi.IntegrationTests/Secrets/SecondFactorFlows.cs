using System.Net;
using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.WebApi.IntegrationTests.Secrets;

/// <summary>What people do with authenticator apps, recovery codes and passkeys.</summary>
internal static class SecondFactorFlows
{
    private const string TotpPath = "/api/v1/me/mfa/totp";
    private const string CodesPath = "/api/v1/me/mfa/recovery-codes";
    private const string ProofPath = "/api/v1/me/reauthenticate";
    private const string PasskeysPath = "/api/v1/me/passkeys";
    private const string VerifyPath = "/api/auth/passkeys/verify";

    public static async Task TotpAsync(SecretsApi api)
    {
        const string email = "user01@acme.test";
        var (app, _) = await EnrolAsync(api, email);
        await api.AnswerAsync(email, app.WrongCode(), HttpStatusCode.Unauthorized);
        await api.AnswerAsync(email, app.Code(), HttpStatusCode.OK);

        // One that stays unconfirmed, with what is stored of it; and a question that nobody answers.
        using var client = await api.ClientAsync("user02@acme.test");
        var begun = await BeginAsync(api, client);
        using var wrong = await client.PostJsonAsync($"{TotpPath}/confirm", new { code = begun.WrongCode() });
        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        await api.QuestionAsync(email);
    }

    public static async Task RecoveryCodesAsync(SecretsApi api)
    {
        const string email = "user03@acme.test";
        var (app, codes) = await EnrolAsync(api, email);
        await api.AnswerAsync(email, codes[0], HttpStatusCode.OK);
        await api.AnswerAsync(email, codes[0], HttpStatusCode.Unauthorized);
        await api.AnswerAsync(email, codes[1].Replace('-', ' ').ToUpperInvariant(), HttpStatusCode.OK);

        // A proof inside the session with a wrong password, the right one, and codes.
        using var session = await SignInAsync(api, email, app.Code());
        foreach (var (proof, status) in new (object, HttpStatusCode)[]
        {
            (new { password = "Not 1 of mine" }, HttpStatusCode.UnprocessableEntity), (new { password = ApiFixture.Password }, HttpStatusCode.UnprocessableEntity),
            (new { code = app.WrongCode() }, HttpStatusCode.UnprocessableEntity), (new { code = codes[2] }, HttpStatusCode.NoContent),
        })
        {
            using var proved = await session.PostJsonAsync(ProofPath, proof);
            proved.StatusCode.Should().Be(status);
        }

        // Used ones of new codes, too, and those of somebody who never uses any.
        using var renewed = await session.PostAsync(CodesPath, null);
        await api.AnswerAsync(email, Codes(await renewed.JsonAsync())[9], HttpStatusCode.OK);
        await EnrolAsync(api, "user04@acme.test");
    }

    public static async Task PasskeysAsync(SecretsApi api)
    {
        const string email = "user05@acme.test";
        using var authenticator = new SoftAuthenticator();
        using (var client = await api.ClientAsync(email))
        {
            var (token, options) = await OptionsAsync(client, $"{PasskeysPath}/options", new { });
            using var created = await client.PostJsonAsync(PasskeysPath, new { token, credential = authenticator.Create(options), name = "Laptop" });
            created.StatusCode.Should().Be(HttpStatusCode.Created);

            // A registration that nobody finishes.
            await OptionsAsync(client, $"{PasskeysPath}/options", new { });
        }

        using var anonymous = api.Anonymous;
        foreach (var mfaToken in new[] { null, await api.QuestionAsync(email) })
        {
            var (token, options) = await OptionsAsync(anonymous, "/api/auth/passkeys/options", new { mfaToken });
            (await api.PostAsync(VerifyPath, new { token, credential = authenticator.Get(options), mfaToken })).Status.Should().Be(HttpStatusCode.OK);
        }

        // One that is wrong, and one that nobody answers.
        var (wrong, asked) = await OptionsAsync(anonymous, "/api/auth/passkeys/options", new { mfaToken = (string?)null });
        var credential = authenticator.Get(asked, new Tampering { FlipsSignature = true });
        (await api.PostAsync(VerifyPath, new { token = wrong, credential })).Status.Should().Be(HttpStatusCode.Unauthorized);
        await OptionsAsync(anonymous, "/api/auth/passkeys/options", new { mfaToken = await api.QuestionAsync(email) });
    }

    private static async Task<(AuthenticatorApp App, IReadOnlyList<string> Codes)> EnrolAsync(SecretsApi api, string email)
    {
        using var client = await api.ClientAsync(email);
        var app = await BeginAsync(api, client);
        using var confirmed = await client.PostJsonAsync($"{TotpPath}/confirm", new { code = app.Code() });
        var body = await confirmed.JsonAsync();
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK, body.GetRawText());

        // No code is taken twice: to the middle of the next time step, and its code.
        api.Clock.Advance(TimeSpan.FromSeconds(40 - (api.Clock.GetUtcNow().ToUnixTimeSeconds() % 30)));
        return (app, Codes(body));
    }

    private static async Task<AuthenticatorApp> BeginAsync(SecretsApi api, HttpClient client)
    {
        using var begun = await client.PostAsync(TotpPath, null);
        begun.StatusCode.Should().Be(HttpStatusCode.OK);
        return new AuthenticatorApp((await begun.JsonAsync()).Text("data.attributes.secret")!, api.Clock);
    }

    private static async Task<HttpClient> SignInAsync(SecretsApi api, string email, string code)
    {
        var (_, body) = await api.PostAsync("/api/auth/mfa/verify", new { mfaToken = await api.QuestionAsync(email), code });
        return api.CreateClient(body.Text("data.attributes.accessToken"));
    }

    private static async Task<(string Token, JsonElement Options)> OptionsAsync(HttpClient client, string path, object body)
    {
        using var response = await client.PostJsonAsync(path, body);
        var json = await response.JsonAsync();
        response.StatusCode.Should().Be(HttpStatusCode.OK, json.GetRawText());
        return (json.Text("data.attributes.token")!, json.At("data.attributes.options"));
    }

    private static List<string> Codes(JsonElement body) => [.. body.At("data.attributes.codes").EnumerateArray().Select(code => code.GetString()!)];
}
