using CleanApi.WebApi.Docs;
using CleanApi.WebApi.Errors;

namespace CleanApi.WebApi.UnitTests.Docs;

public sealed class ErrorPageWriterTests
{
    [Fact]
    [Trait("Requirement", "R51")]
    public void Lists_and_describes_every_code()
    {
        var index = ErrorPageWriter.Index();
        foreach (var entry in ErrorCatalogue.Errors)
        {
            index.Should().Contain($"href=\"/docs/errors/{entry.Code}\"");
            ErrorPageWriter.Page(entry.Code).Should().Contain($"HTTP {entry.Status}");
        }

        foreach (var entry in ErrorCatalogue.Reasons)
        {
            index.Should().Contain($"href=\"/docs/errors/{entry.Code}\"");
            ErrorPageWriter.Page(entry.Code).Should().Contain($"<h2>{entry.Title}</h2>")
                .And.Contain($"Comes with HTTP {ErrorCatalogue.Find(entry.Error!)!.Status} · <a href=\"/docs/errors/{entry.Error}\"");
        }

        foreach (var entry in ErrorCatalogue.Fields)
        {
            index.Should().Contain($"href=\"/docs/errors/{entry.Code}\"");
            ErrorPageWriter.Page(entry.Code).Should().Contain("As the code of a field");
        }
    }

    [Fact]
    public void Contains_no_script_and_no_inline_style() =>
        ErrorCatalogue.Errors.Select(entry => ErrorPageWriter.Page(entry.Code)).Append(ErrorPageWriter.Index())
            .Should().AllSatisfy(page => page.Should().NotContain("<script").And.NotContain("<style").And.NotContain("style=").And.Contain("lang=\"en\""));
}
