namespace Mapster;

/// <summary>Holds a <see cref="MapContext"/> current until it is disposed of; then the previous one is current again.</summary>
public class MapContextScope : IDisposable
{
    private readonly MapContext? previous = MapContext.Current;

    public MapContextScope() : this(ignorePreviousContext: false)
    {
    }

    public MapContextScope(bool ignorePreviousContext)
    {
        Context = ignorePreviousContext || previous is null ? new MapContext() : previous;
        MapContext.Current = Context;
    }

    /// <summary>The context held: the previous one, or one of its own.</summary>
    public MapContext Context { get; }

    /// <inheritdoc/>
    public void Dispose() => MapContext.Current = previous;
}
