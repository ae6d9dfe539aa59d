using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

public sealed class RecoveryCodeTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    private const string Path = "/api/v1/me/mfa/recovery-codes";

    [Fact]
    [Trait("Requirement", "R238")]
    public async Task A_recovery_code_signs_in_once_is_audited_and_the_user_is_notified()
    {
        var (_, codes) = await api.EnrolAsync("user01@acme.test");
        codes.Should().HaveCount(10).And.OnlyHaveUniqueItems();
        using var first = await api.VerifyAsync(await api.ChallengeAsync("user01@acme.test"), codes[0]);
        var (access, _) = await AuthApi.TokensAsync(first);
        using var second = await api.VerifyAsync(await api.ChallengeAsync("user01@acme.test"), codes[0]);
        await SecondFactorApi.ShouldBeRejectedAsync(second);
        using var typed = await api.VerifyAsync(await api.ChallengeAsync("user01@acme.test"), codes[1].Replace('-', ' ').ToUpperInvariant());
        typed.StatusCode.Should().Be(HttpStatusCode.OK);
        using var client = api.CreateClient(access);
        (await client.JsonAsync(SecondFactorApi.TotpPath)).At("data.attributes.recoveryCodesLeft").GetInt32().Should().Be(8);
        (await api.AuditedAsync("user01@acme.test", "mfa.recovery_code_used")).Should().Be(2);
        (await api.FailedAsync("user01@acme.test", "sign_in")).Should().Be(1);
        await api.MailAsync("user01@acme.test", "A recovery code was used", 2);
    }

    [Fact]
    public async Task Of_one_code_at_the_same_time_one_signs_in()
    {
        var (_, codes) = await api.EnrolAsync("user02@acme.test");
        var tokens = new[] { await api.ChallengeAsync("user02@acme.test"), await api.ChallengeAsync("user02@acme.test"), await api.ChallengeAsync("user02@acme.test") };
        var statuses = await Task.WhenAll(tokens.Select(async token =>
        {
            using var response = await api.VerifyAsync(token, codes[0]);
            return response.StatusCode;
        }));
        statuses.Should().ContainSingle(status => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_user_s_code_is_rejected()
    {
        var (_, codes) = await api.EnrolAsync("user03@acme.test");
        await api.EnrolAsync("user04@acme.test");
        using var response = await api.VerifyAsync(await api.ChallengeAsync("user04@acme.test"), codes[0]);
        await SecondFactorApi.ShouldBeRejectedAsync(response);
    }

    [Fact]
    public async Task New_codes_revoke_the_old_ones()
    {
        var (app, old) = await api.EnrolAsync("user05@acme.test");
        using var client = await api.ClientAsync("user05@acme.test", app.Code());
        using var renewed = await client.PostAsync(Path, null);
        renewed.Headers.CacheControl!.NoStore.Should().BeTrue();
        var codes = (await renewed.JsonAsync()).At("data.attributes.codes").EnumerateArray().Select(code => code.GetString()!).ToList();
        codes.Should().HaveCount(10).And.NotIntersectWith(old);
        using var dead = await api.VerifyAsync(await api.ChallengeAsync("user05@acme.test"), old[0]);
        await SecondFactorApi.ShouldBeRejectedAsync(dead);
        using var good = await api.VerifyAsync(await api.ChallengeAsync("user05@acme.test"), codes[9]);
        good.StatusCode.Should().Be(HttpStatusCode.OK);
        (await api.AuditedAsync("user05@acme.test", "mfa.recovery_codes_renewed")).Should().Be(1);
        (await api.FailedAsync("user05@acme.test", "sign_in")).Should().Be(1, "of the old code, at sign-in");
    }

    [Fact]
    public async Task Two_renewals_at_the_same_time_leave_ten_codes()
    {
        var (app, _) = await api.EnrolAsync("user06@acme.test");
        using var client = await api.ClientAsync("user06@acme.test", app.Code());
        var renewals = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => client.PostAsync(Path, null)));
        renewals.Should().OnlyContain(response => response.StatusCode == HttpStatusCode.OK);
        (await client.JsonAsync(SecondFactorApi.TotpPath)).At("data.attributes.recoveryCodesLeft").GetInt32().Should().Be(10);
    }

    [Fact]
    public async Task Recovery_codes_require_a_second_factor()
    {
        using var client = api.CreateClient(await api.SignInAsync("user07@acme.test"));
        using var response = await client.PostAsync(Path, null);
        (await SecondFactorApi.ErrorAsync(response, HttpStatusCode.Conflict)).Should().Be("Set up a second factor first");
    }
}
