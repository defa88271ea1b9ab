// A program on Ink as most are: a window full of coloured rows, of which some change ten times a second. What the live
// screen costs is told as a ratio to it. Arguments: how many rows change.
import { Box, render, Text } from 'ink';
import { useEffect, useState } from 'react';

const TONES = ['cyan', 'green', 'red', 'yellow'] as const;
const { columns = 80, rows = 24 } = process.stdout;
const changing = Math.round(Number(process.argv[2] ?? 10));

/** A row of words and figures in a few colours, as wide as the window. */
function Row({ index, tick }: { readonly index: number; readonly tick: number }) {
  const words = TONES.map((tone, part) => ({
    tone,
    text: ` web-${index} ${(tick * (part + 3) + index) % 1000}/s ───`.padEnd(
      Math.floor((columns - 1) / TONES.length),
    ),
  }));
  return (
    <Text>
      {words.map(({ tone, text }) => (
        <Text key={tone} color={tone}>
          {text}
        </Text>
      ))}
    </Text>
  );
}

function Screen() {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((now) => now + 1), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <Box flexDirection="column">
      {Array.from({ length: rows - 1 }, (_, index) => (
        <Row key={String(index)} index={index} tick={index < changing ? tick : 0} />
      ))}
    </Box>
  );
}

render(<Screen />);
