namespace Ardalis.Specification;

/// <summary>The specification has two limits.</summary>
public class DuplicateTakeException : Exception
{
    private const string Text = "The specification uses Take() more than once.";

    public DuplicateTakeException() : base(Text)
    {
    }

    public DuplicateTakeException(Exception innerException) : base(Text, innerException)
    {
    }
}
