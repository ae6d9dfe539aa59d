namespace CleanApi.Guides.Tests.Notation;

public sealed class GuideNotationTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("cleanapi-guides-");

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public void A_block_with_a_path_is_placed_and_one_without_is_an_illustration()
    {
        var guide = Guide.Parse(
            "guide.md",
            """
            First:
            ```csharp src/A/B.cs
            class B;
            ```
            ```csharp
            var shown = 1;
            ```
            ````md docs/a.md
            ```sh
            ./test.sh
            ```
            ````
            ```csharp src/C.cs +
                int d;
            ```
            ```sql src/e.sql after:the line
            select 1
            ```
            """);

        guide.Blocks.Should().Equal(
            new Block("guide.md:2", "src/A/B.cs", Placement.NewFile, null, "class B;\n"),
            new Block("guide.md:8", "docs/a.md", Placement.NewFile, null, "```sh\n./test.sh\n```\n"),
            new Block("guide.md:13", "src/C.cs", Placement.LastMember, null, "    int d;\n"),
            new Block("guide.md:16", "src/e.sql", Placement.After, "the line", "select 1\n"));
        (guide.Prose, string.Concat(guide.Illustrations)).Should().Be(("First:", "var shown = 1;\n"));
        guide.NewFiles.Should().Equal("src/A/B.cs", "docs/a.md");
        guide.EditedFiles.Should().Equal("src/C.cs", "src/e.sql");
    }

    [Theory]
    [InlineData("csharp src/A.cs -")]
    [InlineData("csharp src/A.cs ")]
    [InlineData("csharp src/A.cs before:x")]
    [InlineData("csharp src/A.cs after:")]
    [InlineData("csharp src/A.cs + after:x")]
    [InlineData("csharp /src/A.cs")]
    [InlineData("csharp src/../../A.cs")]
    [InlineData("sql src/a.sql +")]
    public void An_unknown_notation_is_an_error(string info) =>
        FluentActions.Invoking(() => Guide.Parse("guide.md", $"```{info}\n```")).Should().Throw<FormatException>().WithMessage("guide.md:1: *");

    [Fact]
    public void A_block_without_an_end_is_an_error() =>
        FluentActions.Invoking(() => Guide.Parse("guide.md", "\n```csharp src/A.cs\nclass A;"))
            .Should().Throw<FormatException>().WithMessage("guide.md:2: *no end*");

    [Fact]
    public void A_file_is_new_once() =>
        FluentActions.Invoking(() => Guide.Parse("guide.md", "```csharp src/A.cs\n```\n```csharp src/A.cs\n```"))
            .Should().Throw<FormatException>().WithMessage("guide.md:3: src/A.cs is a new file twice*");

    [Fact]
    public void A_new_file_takes_the_next_number_of_its_folder()
    {
        var block = new Block("guide.md:1", "sql/NNNN_b.sql", Placement.NewFile, null, "select 1\n");
        Directory.CreateDirectory(Path.Combine(directory.FullName, "sql"));
        File.WriteAllText(Path.Combine(directory.FullName, "sql", "0017_a.sql"), "");
        block.ApplyTo(directory.FullName);
        File.Exists(Path.Combine(directory.FullName, "sql", "0018_b.sql")).Should().BeTrue();
    }

    [Fact]
    public void A_new_file_is_written_and_must_not_be_there()
    {
        var block = new Block("guide.md:1", "src/A/B.cs", Placement.NewFile, null, "class B;\n");

        block.ApplyTo(directory.FullName);

        File.ReadAllText(Path.Combine(directory.FullName, "src/A/B.cs")).Should().Be("class B;\n");
        block.Invoking(one => one.ApplyTo(directory.FullName)).Should().Throw<FormatException>().WithMessage("guide.md:1: src/A/B.cs exists already*");
    }

    [Fact]
    public void An_edited_file_must_be_there() =>
        new Block("guide.md:1", "src/A.cs", Placement.LastMember, null, "").Invoking(block => block.ApplyTo(directory.FullName))
            .Should().Throw<FormatException>().WithMessage("*not there*");

    [Theory]
    [InlineData("class A\n{\n}\n", "class A\n{\n    int b;\n}\n")]
    [InlineData("class A\n{\n    int a;\n}\n", "class A\n{\n    int a;\n\n    int b;\n}\n")]
    public void A_member_goes_before_the_last_brace(string before, string after) =>
        new Block("guide.md:1", "src/A.cs", Placement.LastMember, null, "    int b;\n").Edit(before).Should().Be(after);

    [Fact]
    public void Lines_go_after_the_first_line_with_the_text() =>
        new Block("guide.md:1", "src/A.cs", Placement.After, "b", "1\n2\n").Edit("a\nab\nb\n").Should().Be("a\nab\n1\n2\nb\n");

    [Theory]
    [InlineData(Placement.LastMember, null)]
    [InlineData(Placement.After, "nowhere")]
    internal void A_place_that_the_file_does_not_have_is_an_error(Placement placement, string? anchor) =>
        new Block("guide.md:1", "src/A.cs", placement, anchor, "").Invoking(block => block.Edit("class A;\n")).Should().Throw<FormatException>();
}
