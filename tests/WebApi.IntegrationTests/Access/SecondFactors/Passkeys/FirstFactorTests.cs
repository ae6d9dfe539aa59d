using System.Net;
using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The first second factor of an account tells what it changes, before and when it is added.</summary>
public sealed class FirstFactorTests(PasskeyApi api) : IClassFixture<PasskeyApi>
{
    [Fact]
    public async Task The_first_factor_comes_with_recovery_codes_and_says_that_the_password_alone_signs_in_no_more()
    {
        using var laptop = new SoftAuthenticator();
        using var phone = new SoftAuthenticator();
        var email = await api.PersonAsync();
        var (token, options) = await api.BeginAsync(email);
        var (_, first) = await api.FinishAsync(email, token, laptop.Create(options));
        (token, options) = await api.BeginAsync(email);
        var (_, second) = await api.FinishAsync(email, token, phone.Create(options), "Phone");

        (await api.MailAsync(email, "passkey was added")).Text.Should().Contain("Your password alone signs in no more");
        (await api.MailAsync(email, "passkey was added", 2)).Text.Should().Contain("It signs in without your password");
        second.At("data.attributes.recoveryCodes").ValueKind.Should().Be(JsonValueKind.Null);
        var code = first.At("data.attributes.recoveryCodes")[3].GetString();
        using var login = await api.Anonymous.PostJsonAsync("/api/auth/login", new { email, password = ApiFixture.Password });
        var asked = (await login.JsonAsync()).At("data.attributes");
        asked.At("methods").EnumerateArray().Select(method => method.GetString()).Should().Equal("passkey", "recovery_code");
        using var answered = await api.Anonymous.PostJsonAsync("/api/auth/mfa/verify", new { mfaToken = asked.Text("mfaToken"), code });
        answered.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("", "BLANK")]
    [InlineData("\u3164", "BLANK")]
    public async Task A_name_that_is_none_is_refused_before_the_authenticator_stores_anything(string name, string code)
    {
        var email = await api.PersonAsync();
        var (status, body) = await api.SendAsync(email, HttpMethod.Post, $"{PasskeyApi.Path}/options", new { name });
        (status, body.Text("error.details.0.field"), body.Text("error.details.0.code")).Should().Be((HttpStatusCode.UnprocessableEntity, "name", code));
        (await api.SendAsync(email, HttpMethod.Post, $"{PasskeyApi.Path}/options", new { name = "Laptop" })).Status.Should().Be(HttpStatusCode.OK);
    }
}
