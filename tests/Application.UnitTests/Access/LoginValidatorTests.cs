using CleanApi.Application.Access;
using CleanApi.Application.UnitTests.Support;

namespace CleanApi.Application.UnitTests.Access;

public sealed class LoginValidatorTests
{
    [Theory]
    [InlineData(null, null, "email REQUIRED", "password REQUIRED")]
    [InlineData("", null, "email REQUIRED", "password REQUIRED")]
    [InlineData("nobody", "x", "email INVALID_FORMAT")]
    public async Task Both_are_needed_in_their_form(string? email, string? password, params string[] errors) =>
        (await Errors(email, password)).Should().BeEquivalentTo(errors);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(101)]
    [InlineData(1000)]
    public async Task A_password_that_breaks_the_policy_is_merely_wrong(int length) => (await Errors("ada@acme.test", new string(' ', length))).Should().BeEmpty();

    [Fact]
    public async Task A_password_that_nobody_has_is_not_hashed() =>
        (await Errors("ada@acme.test", new string('x', 1001))).Should().Equal("password TOO_LONG");

    private static Task<string[]> Errors(string? email, string? password) =>
        Shape.Errors<Login, SignInResponse>(new Login(email, password), new LoginValidator());
}
