using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class TotpEnrolmentTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    private const string Path = SecondFactorApi.TotpPath;

    [Fact]
    public async Task Enrolling_an_app_returns_its_secret_and_changes_nothing_yet()
    {
        using var client = api.CreateClient(await api.SignInAsync("user01@acme.test"));
        using var begun = await client.PostAsync(Path, null);
        begun.Headers.CacheControl!.NoStore.Should().BeTrue();
        var attributes = (await begun.JsonAsync()).At("data.attributes");
        var secret = attributes.Text("secret")!;
        secret.Should().MatchRegex("^[A-Z2-7]{32}$");
        attributes.Text("otpauthUri").Should().Be($"otpauth://totp/CleanApi:user01%40acme.test?secret={secret}&issuer=CleanApi&algorithm=SHA1&digits=6&period=30");
        attributes.Text("qrCode").Should().StartWith("data:image/png;base64,");
        Convert.FromBase64String(attributes.Text("qrCode")!.Split(',')[1])[..8].Should().Equal(0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A);
        (await client.JsonAsync(Path)).At("data.attributes.enabled").GetBoolean().Should().BeFalse();
        await api.SignInAsync("user01@acme.test");
    }

    [Fact]
    [Trait("Requirement", "R238")]
    public async Task A_code_makes_it_a_second_factor_until_it_is_removed()
    {
        using var client = api.CreateClient(await api.SignInAsync("user02@acme.test"));
        var app = await api.BeginAsync(client);
        using var wrong = await client.PostJsonAsync($"{Path}/confirm", new { code = app.WrongCode() });
        (await SecondFactorApi.ErrorAsync(wrong, HttpStatusCode.UnprocessableEntity)).Should().Be("code INVALID_VALUE");
        using var confirmed = await client.PostJsonAsync($"{Path}/confirm", new { code = app.Code() });
        confirmed.StatusCode.Should().Be(HttpStatusCode.OK);
        var state = (await client.JsonAsync(Path)).At("data.attributes");
        (state.At("enabled").GetBoolean(), state.At("recoveryCodesLeft").GetInt32()).Should().Be((true, 10));
        state.At("confirmedAt").GetDateTimeOffset().Should().BeCloseTo(api.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await api.AuditedAsync("user02@acme.test", "mfa.enabled")).Should().Be(1);
        await api.MailAsync("user02@acme.test", "An authenticator app was set up");
        using var again = await client.PostAsync(Path, null);
        (await SecondFactorApi.ErrorAsync(again, HttpStatusCode.Conflict)).Should().Be("An authenticator app is set up already");

        using var removed = await client.DeleteAsync(Path);
        removed.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await client.JsonAsync(Path)).At("data.attributes.enabled").GetBoolean().Should().BeFalse();
        await api.SignInAsync("user02@acme.test");
        (await api.AuditedAsync("user02@acme.test", "mfa.disabled")).Should().Be(1);
        await api.MailAsync("user02@acme.test", "The authenticator app was removed");
        (await api.ScalarAsync<long>("select count(*) from access.recovery_codes where account_id = (select id from access.accounts where email = 'user02@acme.test')"))
            .Should().Be(0);
        using var nothing = await client.DeleteAsync(Path);
        (await SecondFactorApi.ErrorAsync(nothing, HttpStatusCode.Conflict)).Should().Be("No authenticator app is set up");
    }

    [Fact]
    public async Task An_app_is_confirmed_at_the_version_that_was_read()
    {
        using var client = api.CreateClient(await api.SignInAsync("user11@acme.test"));
        var early = await TagAsync();
        var app = await api.BeginAsync(client);
        (await ConfirmAsync(early)).StatusCode.Should().Be(HttpStatusCode.PreconditionFailed);
        (await client.JsonAsync(Path)).At("data.attributes.enabled").GetBoolean().Should().BeFalse();
        (await ConfirmAsync(await TagAsync())).StatusCode.Should().Be(HttpStatusCode.OK);

        async Task<string> TagAsync()
        {
            using var read = await client.GetAsync(Path);
            return read.Headers.ETag!.ToString();
        }

        async Task<HttpResponseMessage> ConfirmAsync(string tag)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/confirm") { Content = System.Net.Http.Json.JsonContent.Create(new { code = app.Code() }) };
            request.Headers.IfMatch.ParseAdd(tag);
            return await client.SendAsync(request);
        }
    }

    [Fact]
    public async Task An_enrolment_must_be_confirmed_within_15_minutes_with_the_newest_secret()
    {
        using var client = api.CreateClient(await api.SignInAsync("user03@acme.test"));
        using var early = await client.PostJsonAsync($"{Path}/confirm", new { code = "123456" });
        (await SecondFactorApi.ErrorAsync(early, HttpStatusCode.Conflict)).Should().Be("Begin to set up an authenticator app first");
        var (first, second) = (await api.BeginAsync(client), await api.BeginAsync(client));
        using var old = await client.PostJsonAsync($"{Path}/confirm", new { code = first.Code() });
        old.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        api.Clock.Advance(TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1));
        using var later = api.CreateClient(await api.SignInAsync("user03@acme.test"));
        using var late = await later.PostJsonAsync($"{Path}/confirm", new { code = second.Code() });
        (await SecondFactorApi.ErrorAsync(late, HttpStatusCode.Conflict)).Should().Be("Begin to set up an authenticator app first");
    }

    [Fact]
    [Trait("Requirement", "R183")]
    public async Task No_secret_is_stored_as_it_is_nor_logged_nor_audited()
    {
        using var client = api.CreateClient(await api.SignInAsync("user06@acme.test"));
        var app = await api.BeginAsync(client);
        var code = app.Code();
        using var confirmed = await client.PostJsonAsync($"{Path}/confirm", new { code });
        var codes = (await confirmed.JsonAsync()).At("data.attributes.codes").EnumerateArray().Select(one => one.GetString()!).ToList();
        var token = await api.ChallengeAsync("user06@acme.test");
        using var used = await api.VerifyAsync(token, codes[0]);
        used.StatusCode.Should().Be(HttpStatusCode.OK);
        string[] secrets = [app.Secret, token, .. codes, .. codes.Select(one => one.Replace("-", "", StringComparison.Ordinal))];
        foreach (var secret in secrets)
        {
            api.Logs.Lines.Should().NotContain(line => line.Message.Contains(secret) || (line.Exception != null && line.Exception.ToString().Contains(secret)));
            (await api.ScalarAsync<bool>(
                $"""
                select exists (select from access.accounts row where row::text like '%{secret}%') or exists (select from access.recovery_codes row where row::text like '%{secret}%')
                  or exists (select from access.one_time_tokens row where row::text like '%{secret}%') or exists (select from auditing.audit_logs row where row::text like '%{secret}%')
                """)).Should().BeFalse();
        }

        (await api.ScalarAsync<string>("select changes::text from auditing.audit_logs where action = 'mfa.enabled' order by created_at desc limit 1"))
            .Should().Contain("totpConfirmedAt").And.NotContainAny("ecret", code);
    }
}
