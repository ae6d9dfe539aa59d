namespace Mapster;

/// <summary>The type that carries it is mapped from another.</summary>
public class AdaptFromAttribute : BaseAdaptAttribute
{
    public AdaptFromAttribute(Type type) : base(type)
    {
    }

    public AdaptFromAttribute(string name) : base(name)
    {
    }
}
