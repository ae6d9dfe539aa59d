namespace Ardalis.Specification;

/// <summary>The specification does not say what is made of an entity.</summary>
public class SelectorNotFoundException : Exception
{
    private const string Text = "A projecting specification needs a selector; add one with Select().";

    public SelectorNotFoundException() : base(Text)
    {
    }

    public SelectorNotFoundException(Exception innerException) : base(Text, innerException)
    {
    }
}
