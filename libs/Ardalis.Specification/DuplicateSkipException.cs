namespace Ardalis.Specification;

/// <summary>The specification says twice how many entities to leave out.</summary>
public class DuplicateSkipException : Exception
{
    private const string Text = "The specification uses Skip() more than once.";

    public DuplicateSkipException() : base(Text)
    {
    }

    public DuplicateSkipException(Exception innerException) : base(Text, innerException)
    {
    }
}
