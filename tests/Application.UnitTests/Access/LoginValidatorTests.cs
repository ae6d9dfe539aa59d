using CleanApi.Application.Access;
using CleanApi.Application.UnitTests.Support;

namespace CleanApi.Application.UnitTests.Access;

public sealed class LoginValidatorTests
{
    [Theory]
    [InlineData(null, null, "email REQUIRED", "password REQUIRED")]
    [InlineData("", null, "email BLANK", "password REQUIRED")]
    [InlineData("nobody", "x", "email INVALID_FORMAT")]
    public async Task Address_and_password_are_required(string? email, string? password, params string[] errors) =>
        (await Errors(email, password)).Should().BeEquivalentTo(errors);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(101)]
    [InlineData(1000)]
    public async Task A_password_that_violates_the_policy_passes_validation(int length) => (await Errors("ada@acme.test", new string(' ', length))).Should().BeEmpty();

    [Fact]
    public async Task A_password_that_is_too_long_is_not_hashed() =>
        (await Errors("ada@acme.test", new string('x', 1001))).Should().Equal("password TOO_LONG");

    private static Task<string[]> Errors(string? email, string? password) =>
        Shape.Errors<Login, SignInResponse>(new Login(email, password), new LoginValidator());
}
