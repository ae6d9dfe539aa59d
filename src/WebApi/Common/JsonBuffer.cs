using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CleanApi.WebApi.Common;

/// <summary>A thread-local writer with its buffer. Serialization is synchronous, so a thread uses it for one response at a time.</summary>
internal sealed class JsonBuffer
{
    private const int InitialSize = 16 * 1024;
    private const int LargestKept = 256 * 1024;

    [ThreadStatic]
    private static JsonBuffer? current;

    private JsonBuffer() =>
        Writer = new Utf8JsonWriter(Output, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The written bytes.</summary>
    public ArrayBufferWriter<byte> Output { get; } = new(InitialSize);

    /// <summary>Writes into <see cref="Output"/>.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>Returns the thread's buffer, cleared.</summary>
    public static JsonBuffer Rent()
    {
        if (current is null || current.Output.Capacity > LargestKept)
        {
            current = new JsonBuffer();
        }

        current.Output.ResetWrittenCount();
        current.Writer.Reset();
        return current;
    }
}
