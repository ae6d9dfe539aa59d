using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class CommonPasswordsTests
{
    private readonly CommonPasswords common = new();

    [Fact]
    public void There_are_at_least_3000() => common.Count.Should().BeGreaterThan(3000);

    [Theory]
    [InlineData("password1")]
    [InlineData("Password1")]
    [InlineData("QWERTYUIOP")]
    [InlineData("12345678")]
    public void They_are_found_case_insensitively(string password) => common.Contains(password).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("# Passwords")]
    [InlineData("Gl4ss bridges hum")]
    public void Other_passwords_are_not_found(string password) => common.Contains(password).Should().BeFalse();
}
