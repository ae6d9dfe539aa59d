using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CleanApi.WebApi.Common;

/// <summary>A writer and its buffer, one a thread. Serialization is synchronous and ends before the thread does anything else.</summary>
internal sealed class JsonBuffer
{
    private const int InitialSize = 16 * 1024;
    private const int LargestKept = 256 * 1024;

    [ThreadStatic]
    private static JsonBuffer? current;

    private JsonBuffer() =>
        Writer = new Utf8JsonWriter(Output, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>What was written.</summary>
    public ArrayBufferWriter<byte> Output { get; } = new(InitialSize);

    /// <summary>Writes into <see cref="Output"/>.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>The thread's buffer, empty.</summary>
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
