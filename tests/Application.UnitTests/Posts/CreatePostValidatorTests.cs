using CleanApi.Application.Posts;
using CleanApi.Application.UnitTests.Support;

namespace CleanApi.Application.UnitTests.Posts;

public sealed class CreatePostValidatorTests
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
        (await Errors(new CreatePost(title))).Should().Equal(code is null ? [] : [$"title {code}"]);

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_has_at_most_20_000_characters_or_none(string? body, string? code) =>
        (await Errors(new CreatePost("Title", body))).Should().Equal(code is null ? [] : [$"body {code}"]);

    [Fact]
    public async Task The_error_of_a_missing_title_names_the_field() =>
        (await Shape.Check<CreatePost, PostResponse>(new CreatePost(null), new CreatePostValidator()))!.Details.Single().Message.Should().Be("Title is required");

    private static Task<string[]> Errors(CreatePost command) => Shape.Errors<CreatePost, PostResponse>(command, new CreatePostValidator());
}
