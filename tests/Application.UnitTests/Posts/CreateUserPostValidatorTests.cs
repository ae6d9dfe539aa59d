using CleanApi.Application.Posts;
using CleanApi.Application.UnitTests.Support;
using CleanApi.Domain.Posts;

namespace CleanApi.Application.UnitTests.Posts;

public sealed class CreateUserPostValidatorTests
{
    public static TheoryData<string?, string?> Titles() => new()
    {
        { "T", null },
        { new string('a', 200), null },
        { string.Concat(Enumerable.Repeat("😀", 200)), null },
        { null, "REQUIRED" },
        { "", "BLANK" },
        { " \t ", "BLANK" },
        { new string('a', 201), "TOO_LONG" },
        { "two\nlines", "INVALID_FORMAT" },
        { "nul\0", "INVALID_FORMAT" },
    };

    public static TheoryData<string?, string?> Bodies() => new()
    {
        { null, null },
        { "", null },
        { "two\r\nlines\tand a tab", null },
        { string.Concat(Enumerable.Repeat("😀", 20_000)), null },
        { new string('a', 20_001), "TOO_LONG" },
        { "nul\0", "INVALID_FORMAT" },
    };

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task A_title_has_1_to_200_characters_on_one_line(string? title, string? code) =>
        (await Errors(new CreateUserPost(title))).Should().Equal(code is null ? [] : [$"title {code}"]);

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_has_at_most_20_000_characters_or_none(string? body, string? code) =>
        (await Errors(new CreateUserPost("Title", body))).Should().Equal(code is null ? [] : [$"body {code}"]);

    [Theory]
    [InlineData(PostStatus.Draft, null)]
    [InlineData(PostStatus.Published, null)]
    [InlineData(PostStatus.Archived, "status INVALID_VALUE")]
    public async Task Nothing_is_created_archived(PostStatus status, string? error) =>
        (await Errors(new CreateUserPost("Title", Status: status))).Should().Equal(error is null ? [] : [error]);

    [Fact]
    public async Task The_error_of_a_missing_title_names_the_field() =>
        (await Shape.Check<CreateUserPost, PostResponse>(new CreateUserPost(null), new CreateUserPostValidator()))!.Details.Single().Message.Should().Be("Title is required");

    private static Task<string[]> Errors(CreateUserPost command) => Shape.Errors<CreateUserPost, PostResponse>(command, new CreateUserPostValidator());
}
