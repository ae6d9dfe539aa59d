using System.Collections;

namespace CleanApi.WebApi.Logging;

/// <summary>What a provider sees of an entry or a scope: its text and its values, each of them redacted, on one line and cut.</summary>
internal sealed class SafeState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly IReadOnlyList<KeyValuePair<string, object?>> values;
    private readonly object? state;
    private string? text;

    private SafeState(object? state, IReadOnlyList<KeyValuePair<string, object?>> values, string? text) => (this.state, this.values, this.text) = (state, values, text);

    /// <inheritdoc />
    public int Count => values.Count;

    /// <inheritdoc />
    public KeyValuePair<string, object?> this[int index] => new(values[index].Key, Safe(values[index].Value));

    /// <summary>Wraps a state.</summary>
    /// <param name="state">As it was logged.</param>
    /// <param name="text">Its safe text; null: made from the state when a provider asks.</param>
    public static SafeState Of(object? state, string? text) => new(state, state as IReadOnlyList<KeyValuePair<string, object?>> ?? [], text);

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var index = 0; index < values.Count; index++)
        {
            yield return this[index];
        }
    }

    /// <inheritdoc />
    public override string ToString() => text ??= Redactor.Text(state?.ToString(), Redactor.MaxLine);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Numbers, times and the like hold nothing from outside; every other type says whatever it likes.
    private static object? Safe(object? value) => value switch
    {
        null => null,
        string text => Redactor.Text(text),
        IConvertible or Guid or TimeSpan or DateTimeOffset => value,
        _ => Redactor.Text(value.ToString()),
    };
}
