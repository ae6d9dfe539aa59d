namespace Ardalis.Specification;

/// <summary>The specification has a second first sort key.</summary>
public class DuplicateOrderChainException : Exception
{
    private const string Text = "The specification sorts by more than one first key; use ThenBy() for further ones.";

    public DuplicateOrderChainException() : base(Text)
    {
    }

    public DuplicateOrderChainException(Exception innerException) : base(Text, innerException)
    {
    }
}
