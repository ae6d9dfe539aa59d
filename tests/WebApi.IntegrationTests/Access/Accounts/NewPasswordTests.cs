using System.Net;
using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Contract;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The policy for new passwords, tested at the link of a registration.</summary>
public sealed class NewPasswordTests(AccountsApi api) : IClassFixture<AccountsApi>
{
    [Theory]
    [Trait("Requirement", "R172")]
    [InlineData("Sh0rt", "TOO_SHORT", "Password must be at least 8 characters")]
    [InlineData("lower case 1", "INVALID_FORMAT", "Password must contain an uppercase letter")]
    [InlineData("UPPER CASE 1", "INVALID_FORMAT", "Password must contain a lowercase letter")]
    [InlineData("No Number Here", "INVALID_FORMAT", "Password must contain a number")]
    [InlineData("100", "TOO_LONG", "Password must be at most 100 characters")]
    public async Task Each_rule_has_its_own_message(string password, string code, string message)
    {
        var (_, body) = await api.ChooseAsync(AccountsApi.NewEmail(), password == "100" ? "Aa1" + new string('x', 98) : password);
        Errors(body).Should().Equal((code, message));
    }

    [Fact]
    [Trait("Requirement", "R172")]
    public async Task All_violated_rules_are_reported_together()
    {
        var (status, body) = await api.ChooseAsync(AccountsApi.NewEmail(), "");
        status.Should().Be(HttpStatusCode.UnprocessableEntity);
        Errors(body).Should().HaveCount(4);
    }

    [Theory]
    [InlineData("Password1")]
    [InlineData("pAsSwOrD123")]
    [InlineData("Qwerty123456")]
    [InlineData("Liverpool1")]
    [InlineData("P@ssw0rd1")]
    [InlineData("Summer2024")]
    public async Task A_common_password_is_rejected_case_insensitively(string password)
    {
        var (_, body) = await api.ChooseAsync(AccountsApi.NewEmail(), password);
        Errors(body).Should().Contain(("TOO_COMMON", "Password is one of the most common ones"));
    }

    [Theory]
    [InlineData("Mary.Somerville 1")]
    [InlineData("my SOMERVILLE 1")]
    [InlineData("1 Looms and Yarns")]
    [InlineData("aT Looms 1")]
    [InlineData("CleanApi is 1")]
    public async Task A_password_must_not_contain_the_user_s_name_or_address(string password)
    {
        var (_, body) = await api.ChooseAsync($"mary.somerville.{Guid.NewGuid():N}@fresh.test", password, "Looms and Yarns", "M. Somerville");
        Errors(body).Should().Equal(("TOO_PERSONAL", "Password must not contain your address, your name or your organization's name"));
    }

    [Fact]
    public async Task A_short_name_and_the_host_of_an_address_are_parts_of_too_many_words()
    {
        var (status, _) = await api.ChooseAsync($"a{Guid.NewGuid():N}@fresh.test", "Fresh Annual parks sleet 1", "Ark", "Ann Lee");
        status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    [Trait("Requirement", "R172")]
    public async Task Nothing_is_trimmed_and_every_character_counts()
    {
        var email = AccountsApi.NewEmail();
        var password = "  Ünïcode 😀 1  ";
        (await api.ChooseAsync(email, password)).Status.Should().Be(HttpStatusCode.NoContent);
        (await api.CanSignInAsync(email, password.Trim())).Should().BeFalse();
        (await api.CanSignInAsync(email, password)).Should().BeTrue();
    }

    private static IEnumerable<(string? Code, string? Message)> Errors(JsonElement body) =>
        body.Errors().Where(detail => detail.Text("field") == "password").Select(detail => (detail.Text("code"), detail.Text("message")));
}
