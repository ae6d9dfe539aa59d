using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;

namespace CleanApi.Domain.UnitTests.Access;

[Trait("Requirement", "R172")]
public sealed class PasswordPolicyTests
{
    [Theory]
    [InlineData("Passw0rd")]
    [InlineData(" Passw0rd with blanks ")]
    [InlineData("Pässwörd😀1")]
    public void A_password_that_satisfies_the_policy_is_valid(string password) => PasswordPolicy.Standard.Check(password).Should().BeEmpty();

    [Theory]
    [InlineData("Passw0r", FieldCodes.TooShort, "Password must be at least 8 characters")]
    [InlineData("passw0rd", FieldCodes.InvalidFormat, "Password must contain an uppercase letter")]
    [InlineData("PASSW0RD", FieldCodes.InvalidFormat, "Password must contain a lowercase letter")]
    [InlineData("Password", FieldCodes.InvalidFormat, "Password must contain a number")]
    public void Each_violated_rule_has_its_own_message(string password, string code, string message) =>
        PasswordPolicy.Standard.Check(password).Should().Equal(new ErrorDetail("password", code, message));

    [Fact]
    public void All_violated_rules_are_returned() =>
        PasswordPolicy.Standard.Check("", "newPassword").Should().HaveCount(4).And.OnlyContain(error => error.Field == "newPassword");

    [Theory]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    public void A_password_has_at_most_100_characters(int length, int errors) =>
        PasswordPolicy.Standard.Check("Aa1" + new string('x', length - 3)).Should().HaveCount(errors);

    [Theory]
    [InlineData("fifteen letters")]
    [InlineData("FOURTEEN CHARS", "Password must be at least 15 characters")]
    public void The_ASVS_policy_checks_only_the_length(string password, params string[] messages) =>
        PasswordPolicy.Asvs.Check(password).Select(error => error.Message).Should().Equal(messages);

    [Fact]
    public void An_emoji_is_one_character()
    {
        PasswordPolicy.Standard.Check("Aa1" + string.Concat(Enumerable.Repeat("😀", 97))).Should().BeEmpty();
        PasswordPolicy.Standard.Check("Aa1😀😀😀😀").Select(error => error.Code).Should().Equal(FieldCodes.TooShort);
    }
}
