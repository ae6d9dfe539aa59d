namespace CleanApi.Architecture.Tests.Support;

/// <summary>What is code, comment and string.</summary>
public sealed class CSharpLexerTests
{
    [Theory]
    [InlineData("a; // b", "a;     ")]
    [InlineData("a /* b\nc */ d", "a     \n     d")]
    [InlineData("x(\"// a\") + b", "x(      ) + b")]
    [InlineData("x(\"a\\\"b\", c)", "x(      , c)")]
    [InlineData("x(@\"a\\\", c)", "x(     , c)")]
    [InlineData("x(@\"a\"\"b\", c)", "x(       , c)")]
    [InlineData("x($\"a {b.C(\"d\")} {{e}}\")", "x(     b.C(   )        )")]
    [InlineData("x(\"\"\" a \"b\" \"\"\", c)", "x(             , c)")]
    [InlineData("x($$\"\"\"{a} {{b}}\"\"\", c)", "x(           b     , c)")]
    [InlineData("'\"' + '\\'' + a", "    +      + a")]
    [InlineData("x(\"\", a)", "x(  , a)")]
    public void Code_is_what_is_neither_comment_nor_string(string text, string code) => CSharpText.Of(text).Code.Should().Be(code);

    [Fact]
    public void Comments_are_kept_apart_from_strings() => CSharpText.Of("x(\"// a\"); // b").Commented.Should().Be("x(      ); // b");

    [Fact]
    public void A_string_tells_what_is_put_into_it()
    {
        var literals = CSharpText.Of("x($\"a {b} {c:N0}\", \"d\")").Literals;
        literals.Select(literal => literal.Text).Should().Equal("a {b} {c:N0}", "d");
        literals[0].Holes.Should().Equal("b", "c:N0");
        literals[1].Holes.Should().BeEmpty();
    }

    [Fact]
    public void A_place_has_the_same_line_in_each_text() => CSharpText.Of("a\n/*\n*/\nb").Line(8).Should().Be(4);
}
