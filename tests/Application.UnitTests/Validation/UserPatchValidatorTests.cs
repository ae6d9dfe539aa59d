using CleanApi.Application.Common.Requests;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;

namespace CleanApi.Application.UnitTests.Validation;

/// <summary>One table for the three requests that change a user: their fields have the same rules.</summary>
[Trait("Requirement", "R202")]
public sealed class UserPatchValidatorTests
{
    public static TheoryData<string, string?, string?> Fields() => new()
    {
        { "name", "A", null },
        { "name", new string('a', 100), null },
        { "name", null, "name REQUIRED" },
        { "name", "", "name BLANK" },
        { "name", new string('a', 101), "name TOO_LONG" },
        { "name", "a\0", "name INVALID_FORMAT" },
        { "name", "Win at https://evil.test", "name INVALID_FORMAT" },
        { "name", "WWW.evil.test", "name INVALID_FORMAT" },
        { "name", "Ada v. Lovelace: w.w.w", null },
        { "bio", null, null },
        { "bio", "", null },
        { "bio", "two\r\nlines\tand a tab", null },
        { "bio", new string('a', 500), null },
        { "bio", string.Concat(Enumerable.Repeat("😀", 500)), null },
        { "bio", new string('a', 501), "bio TOO_LONG" },
        { "bio", "a\0", "bio INVALID_FORMAT" },
        { "avatarUrl", null, null },
        { "avatarUrl", "https://acme.com/a.png", null },
        { "avatarUrl", "", "avatarUrl INVALID_FORMAT" },
        { "avatarUrl", "http://acme.com/a.png", "avatarUrl INVALID_FORMAT" },
        { "avatarUrl", "https://127.0.0.1/a.png", "avatarUrl INVALID_FORMAT" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Each_invalid_field_has_its_error_in_all_three_requests(string field, string? value, string? error)
    {
        TheApplication.Configure();
        string[] expected = error is null ? [] : [error];
        var patch = Patch(field, value);
        (await Update(patch)).Should().Equal(expected);
        var me = new UpdateMe { Name = patch.Name, Bio = patch.Bio, AvatarUrl = patch.AvatarUrl };
        (await Shape.Errors<UpdateMe, UserResponse>(me, new UpdateMeValidator())).Should().Equal(expected);
        var replacement = new ReplaceUser(field == "name" ? value : "Name", UserRole.Member, patch.Bio.Value, patch.AvatarUrl.Value);
        (await Replace(replacement)).Should().Equal(expected);
    }

    [Fact]
    [Trait("Requirement", "R176")]
    public async Task An_unsafe_avatar_has_its_own_message() =>
        (await Shape.Check<UpdateUser, UserResponse>(Of(Patch("avatarUrl", "http://acme.com/")), new UpdateUserValidator()))!
            .Details.Should().ContainSingle(detail => detail.Message == "Invalid or unsafe URL");

    [Fact]
    [Trait("Requirement", "R25")]
    public async Task An_empty_patch_is_valid() => (await Update(new UserPatch())).Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R200")]
    public async Task A_role_can_be_omitted_but_not_removed()
    {
        (await Update(new UserPatch { Role = UserRole.Admin })).Should().BeEmpty();
        (await Update(new UserPatch { Role = new(null) })).Should().Equal("role REQUIRED");
        (await Replace(new ReplaceUser("Name", null))).Should().Equal("role REQUIRED");
    }

    [Fact]
    [Trait("Requirement", "R177")]
    public async Task A_role_is_one_of_three()
    {
        (await Update(new UserPatch { Role = (UserRole)3 })).Should().Equal("role INVALID_VALUE");
        (await Replace(new ReplaceUser("Name", (UserRole)(-1)))).Should().Equal("role INVALID_VALUE");
    }

    [Fact]
    [Trait("Requirement", "R26")]
    public async Task A_replacement_needs_name_and_role() => (await Replace(new ReplaceUser(null, null))).Should().Equal("name REQUIRED", "role REQUIRED");

    [Theory]
    [InlineData(null, "email READ_ONLY")]
    [InlineData("User@Acme.test", null)]
    [InlineData("nobody", "email INVALID_FORMAT")]
    [InlineData("", "email BLANK")]
    [Trait("Requirement", "R171")]
    public async Task A_replacement_may_contain_the_address(string? email, string? error) =>
        (await Replace(new ReplaceUser("Name", UserRole.Member) { Email = email })).Should().Equal(error is null ? [] : [error]);

    [Fact]
    [Trait("Requirement", "R204")]
    public async Task Every_invalid_field_has_an_error() =>
        (await Update(new UserPatch { Name = "", Bio = new string('a', 501), AvatarUrl = "x", Role = new(null) }))
            .Should().BeEquivalentTo("name BLANK", "bio TOO_LONG", "avatarUrl INVALID_FORMAT", "role REQUIRED");

    private static UserPatch Patch(string field, string? value) => field switch
    {
        "name" => new UserPatch { Name = new Optional<string>(value) },
        "bio" => new UserPatch { Bio = new Optional<string>(value) },
        _ => new UserPatch { AvatarUrl = new Optional<string>(value) },
    };

    private static UpdateUser Of(UserPatch patch) => new(TestCaller.Self, patch);

    private static Task<string[]> Update(UserPatch patch) => Shape.Errors<UpdateUser, UserResponse>(Of(patch), new UpdateUserValidator());

    private static Task<string[]> Replace(ReplaceUser command) => Shape.Errors<ReplaceUser, UserResponse>(command, new ReplaceUserValidator());
}
