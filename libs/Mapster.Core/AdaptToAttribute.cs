namespace Mapster;

/// <summary>The type that carries it is mapped to another.</summary>
public class AdaptToAttribute : BaseAdaptAttribute
{
    public AdaptToAttribute(Type type) : base(type)
    {
    }

    public AdaptToAttribute(string name) : base(name)
    {
    }
}
