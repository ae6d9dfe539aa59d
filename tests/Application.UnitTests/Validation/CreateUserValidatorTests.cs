using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Validation;

public sealed class CreateUserValidatorTests
{
    public static TheoryData<string?, string?, string?> Emails() => new()
    {
        { "user@acme.test", null, null },
        { "  User@ACME.test ", null, null },
        { Of(255), null, null },
        { null, "REQUIRED", "Email is required" },
        { "", "BLANK", "Must not be blank" },
        { "  ", "BLANK", "Must not be blank" },
        { Of(256), "TOO_LONG", "Email too long" },
        { "nobody", "INVALID_FORMAT", "Invalid email format" },
        { "a@b", "INVALID_FORMAT", "Invalid email format" },
    };

    public static TheoryData<string?, string?> Names() => new()
    {
        { "A", null },
        { new string('a', 100), null },
        { string.Concat(Enumerable.Repeat("😀", 100)), null },
        { " padded ", null },
        { null, "REQUIRED" },
        { "", "BLANK" },
        { " \t ", "BLANK" },
        { new string('a', 101), "TOO_LONG" },
        { string.Concat(Enumerable.Repeat("😀", 101)), "TOO_LONG" },
        { "two\nlines", "INVALID_FORMAT" },
        { "nul\0", "INVALID_FORMAT" },
        { "Win at https://evil.test", "INVALID_FORMAT" },
        { "WWW.evil.test", "INVALID_FORMAT" },
        { "bell\u0007", "INVALID_FORMAT" },
        { " " + new string('a', 100) + " ", null },
        { "\u200b", "BLANK" },
    };

    [Theory]
    [MemberData(nameof(Emails))]
    [Trait("Requirement", "R171")]
    public async Task Each_error_of_an_address_has_its_code_and_message(string? email, string? code, string? message)
    {
        var error = await Check(new CreateUser(email, "User"));
        (error?.Details.Single().Field, error?.Details.Single().Code, error?.Details.Single().Message).Should().Be((code is null ? null : "email", code, message));
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Requirement", "R177")]
    [Trait("Requirement", "R191")]
    public async Task A_name_has_1_to_100_characters_on_one_line(string? name, string? code)
    {
        var error = await Check(new CreateUser("user@acme.test", name));
        (error?.Details.Single().Field, error?.Details.Single().Code).Should().Be((code is null ? null : "name", code));
    }

    [Fact]
    [Trait("Requirement", "R177")]
    public async Task A_role_is_one_of_three() =>
        (await Shape.Errors<CreateUser, UserResponse>(new CreateUser("user@acme.test", "User", (UserRole)3), new CreateUserValidator()))
            .Should().Equal("role INVALID_VALUE");

    [Fact]
    [Trait("Requirement", "R191")]
    public void The_default_role_is_member() => new CreateUser("user@acme.test", "User").Role.Should().Be(UserRole.Member);

    [Fact]
    [Trait("Requirement", "R204")]
    public async Task Every_invalid_field_has_an_error() =>
        (await Shape.Errors<CreateUser, UserResponse>(new CreateUser(null, null), new CreateUserValidator())).Should().Equal("email REQUIRED", "name REQUIRED");

    private static Task<Domain.Errors.ValidationError?> Check(CreateUser command) => Shape.Check<CreateUser, UserResponse>(command, new CreateUserValidator());

    private static string Of(int length) => "a@" + string.Concat(Enumerable.Repeat("bcdefghij.", 30))[..(length - 5)] + "xyz";
}
