namespace Mapster;

/// <summary>The type that carries it is mapped to another and back.</summary>
public class AdaptTwoWaysAttribute : AdaptToAttribute
{
    public AdaptTwoWaysAttribute(Type type) : base(type)
    {
    }

    public AdaptTwoWaysAttribute(string name) : base(name)
    {
    }
}
